package io.gasminer.gascli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GasCliTest {
  @TempDir private Path temp;

  @Test
  void helpShowsAliasesBesideTheName() {
    Typed help = Typed.gascli("--help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).contains("generator (g | gen)", "demo", "Commands:");
  }

  @Test
  void withoutACommandTheUsageGoesToStandardErrorAndTheExitCodeIsTwo() {
    Typed nothing = Typed.gascli();
    assertThat(nothing.exitCode()).isEqualTo(2);
    assertThat(nothing.err()).startsWith("Usage: gascli");
    assertThat(nothing.out()).isEmpty();
    assertThat(Typed.gascli("generator").err()).startsWith("Usage: gascli generator");
  }

  @Test
  void anUnknownCommandIsNamedWithTheNextStep() {
    Typed nope = Typed.gascli("generator", "nope");
    assertThat(nope.exitCode()).isEqualTo(2);
    assertThat(nope.err())
        .contains("No such command 'nope'.", "Try 'gascli generator --help' for help.");
  }

  @Test
  void aCommandMayBeCutShortWhereItStaysClear() {
    assertThat(Typed.gascli("gen", "inf", "--help").out())
        .startsWith("Usage: gascli generator info");
    assertThat(Typed.gascli("g", "verify", "--help").out()).contains("verify-c2pa");
    assertThat(Typed.gascli("de", "--help").out()).startsWith("Usage: gascli demo");
  }

  @Test
  void everyCommandExplainsItself() {
    for (String command : new String[] {"run", "info", "refresh", "verify-c2pa"}) {
      Typed help = Typed.gascli("generator", command, "--help");
      assertThat(help.exitCode()).as(command).isZero();
      assertThat(help.out()).as(command).contains("Usage:", "--help");
    }
  }

  @Test
  void infoShowsWhatIsInForceAndNeverAKey() throws Exception {
    Path file = Files.writeString(temp.resolve("x.env"), "OPENAI_API_KEY=sk-secret\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Typed info =
        Typed.gascli("generator", "info", "--env-file", file.toString(), "--axon.port", "1234");
    assertThat(info.exitCode()).isZero();
    assertThat(info.out())
        .contains("Axon Port: 1234", "NetUID: 379", "OPENAI_API_KEY", "configured")
        .contains("[flag]", "chmod 600")
        .doesNotContain("sk-secret");
  }

  @Test
  void infoTellsWhyTheMinerWouldNotStart() throws Exception {
    Path file = Files.writeString(temp.resolve("x.env"), "IMAGE_SERVICE=openai\n");
    Typed info = Typed.gascli("generator", "info", "--env-file", file.toString(), "--json");
    assertThat(info.exitCode()).isEqualTo(2);
    assertThat(info.out()).contains("\"problems\"", "OPENAI_API_KEY");
  }

  @Test
  void runRefusesAWrongConfigurationWithAllProblemsAndExitCodeTwo() throws Exception {
    Path file =
        Files.writeString(temp.resolve("x.env"), "IMAGE_SERVICE=openai\nBT_AXON_PORT=many\n");
    Typed run = Typed.gascli("generator", "run", "--env-file", file.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("OPENAI_API_KEY", "BT_AXON_PORT", "Next step");
  }

  @Test
  void aSettingsFileThatIsNamedMustExist() {
    Typed run =
        Typed.gascli("generator", "run", "--env-file", temp.resolve("absent.env").toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("does not exist");
  }

  @Test
  void aRefreshWithoutAMinerSaysSo() throws Exception {
    Path file =
        Files.writeString(
            temp.resolve("x.env"), "OPENAI_API_KEY=k\nMINER_STATE_DIR=" + temp.resolve("state"));
    Typed refresh = Typed.gascli("generator", "refresh", "--env-file", file.toString());
    assertThat(refresh.exitCode()).isEqualTo(1);
    assertThat(refresh.err())
        .contains("No running miner uses the state folder " + temp.resolve("state"));
    assertThat(Typed.gascli("gen", "ref", "--env-file", temp.resolve("no.env").toString()).err())
        .contains("does not exist");
  }

  @Test
  void keysAreNoFlags() {
    assertThat(Typed.gascli("generator", "run", "--help").out()).doesNotContain("--openai-api-key");
  }

  @Test
  void anOutputFolderThatCannotBeMadeIsNamedWithItsSetting() throws Exception {
    Path inTheWay = Files.writeString(temp.resolve("file"), "");
    Path file = Files.writeString(temp.resolve("x.env"), "OPENAI_API_KEY=k\n");
    Typed run =
        Typed.gascli(
            "generator",
            "run",
            "--env-file",
            file.toString(),
            "--miner.output-dir",
            inTheWay.resolve("out").toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("MINER_OUTPUT_DIR");
  }
}
