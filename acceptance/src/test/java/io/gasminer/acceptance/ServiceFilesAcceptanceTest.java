package io.gasminer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files for systemd and for containers, judged by the tools that read them. */
class ServiceFilesAcceptanceTest {
  private static final Path REPOSITORY =
      Path.of(System.getProperty("basedir", "."), "..").toAbsolutePath().normalize();
  private static final Pattern EXPOSURE = Pattern.compile("exposure level for \\S+: ([0-9.]+)");
  private static final double MOST_EXPOSED = 2.0;

  @TempDir private Path temp;

  @Test
  void systemdTakesTheUnitWithoutAWord() throws Exception {
    Path unit = unitThatStartsWhatIsHere();
    Gascli verify = tool("systemd-analyze", "--man=no", "verify", unit.toString());
    assertThat(verify.exitCode()).as(verify.err()).isZero();
    assertThat(verify.err()).isEmpty();
  }

  @Test
  void theUnitLeavesLittleExposed() throws Exception {
    Gascli security =
        tool(
            "systemd-analyze",
            "security",
            "--offline=true",
            "--no-pager",
            unitThatStartsWhatIsHere().toString());
    Matcher level = EXPOSURE.matcher(security.out());
    assertThat(level.find()).as(security.out() + security.err()).isTrue();
    assertThat(Double.parseDouble(level.group(1))).isLessThan(MOST_EXPOSED);
  }

  @Test
  void composeTakesItsFile() throws Exception {
    String file = REPOSITORY.resolve("compose.yaml").toString();
    Gascli config =
        isThere("docker-compose")
            ? tool("docker-compose", "-f", file, "config", "-q")
            : tool("docker", "compose", "-f", file, "config", "-q");
    assumeTrue(
        !config.err().contains("unknown shorthand flag"), "skipped: docker has no compose here");
    assertThat(config.exitCode()).as(config.err()).isZero();
  }

  // That the miner's file is not installed on the machine of the test is no fault of the unit.
  private Path unitThatStartsWhatIsHere() throws Exception {
    String unit = Files.readString(REPOSITORY.resolve("packaging/systemd/gas-miner.service"));
    return Files.writeString(
        temp.resolve("gas-miner.service"), unit.replace("/opt/gas-miner/bin/gascli", "/bin/true"));
  }

  private Gascli tool(String... command) throws Exception {
    assumeTrue(isThere(command[0]), "skipped: there is no " + command[0]);
    return Gascli.run(temp, new ProcessBuilder(List.of(command)));
  }

  private static boolean isThere(String tool) {
    return Stream.of("/usr/bin", "/bin", "/usr/local/bin")
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }
}
