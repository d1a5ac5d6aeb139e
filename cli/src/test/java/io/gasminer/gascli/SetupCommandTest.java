package io.gasminer.gascli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.bittensor.wallet.Hotkey;
import io.gasminer.bittensor.wallet.HotkeyFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The answers as flags, where nobody is at a terminal. */
class SetupCommandTest {
  @TempDir private Path temp;
  private Path env;
  private Path key;

  @BeforeEach
  void aWalletAndAKey() throws Exception {
    env = temp.resolve(".env.gen_miner");
    key = ownersAlone(Files.writeString(temp.resolve("key"), "sk-from-a-file\nsecond line\n"));
    Path hotkeys = Files.createDirectories(temp.resolve("wallets/w/hotkeys"));
    ownersAlone(Files.write(hotkeys.resolve("h"), HotkeyFile.write(Hotkey.fromUri("//Alice"))));
  }

  @Test
  void withoutATerminalItSaysHow() {
    Typed asked = setup();
    assertThat(asked.exitCode()).isEqualTo(2);
    assertThat(asked.err()).contains("at a terminal", "gascli setup --help", "--yes");
    assertThat(setup("--network", "mainnet").err()).contains("add --yes");
    assertThat(env).doesNotExist();
  }

  @Test
  void flagsMakeAWholeFileFromTheTemplate() throws Exception {
    Typed done = good("--yes", "--no-checks");
    assertThat(done.exitCode()).as(done.err()).isZero();
    assertThat(done.out())
        .contains("OPENAI_API_KEY: not configured → configured", "gascli doctor")
        .doesNotContain("sk-from-a-file", "not checked");
    assertThat(Files.readString(env))
        .startsWith("# Copy to .env.gen_miner")
        .contains(
            "OPENAI_API_KEY=sk-from-a-file\n", "BT_WALLET_HOTKEY=h\n", "IMAGE_SERVICE=openai\n")
        .contains("BT_CHAIN_ENDPOINT=wss://entrypoint-finney.opentensor.ai:443\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(env)))
        .isEqualTo("rw-------");
    Typed again = good("--yes", "--no-checks");
    assertThat(again.exitCode()).isZero();
    assertThat(again.out()).contains("Nothing changes");
    Typed info = Typed.gascli("generator", "info", "--env-file", env.toString());
    assertThat(info.exitCode()).as(info.out()).isZero();
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnceAndNothingIsWritten() throws Exception {
    Typed wrong =
        setup(
            "--network",
            "fnney",
            "--wallet-path",
            temp.resolve("wallets").toString(),
            "--wallet-name",
            "w",
            "--wallet-hotkey",
            "nobody",
            "--image-service",
            "openai",
            "--video-service",
            "openai",
            "--openai-key-file",
            temp.resolve("missing").toString(),
            "--port",
            "99999",
            "--external-ip",
            "example.com",
            "--output-dir",
            key.resolve("below").toString(),
            "--yes");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err())
        .contains("fnney", "does not exist", "VIDEO_SERVICE=openai", "missing cannot be read")
        .contains("BT_AXON_PORT", "BT_AXON_EXTERNAL_IP", "is a file")
        .contains("Nothing was written");
    assertThat(env).doesNotExist();
  }

  @Test
  void aKeyIsNoFlag() {
    Typed typed = setup("--openai-api-key", "sk-on-the-command-line", "--yes");
    assertThat(typed.exitCode()).isEqualTo(2);
    assertThat(setup("--help").out())
        .contains("--openai-key-file", "it comes from a file", "--network");
  }

  @Test
  void aKeyFileThatOthersMayReadIsSaid() throws Exception {
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(good("--yes", "--no-checks").out()).contains("chmod 600", key.toString());
    Files.writeString(key, "");
    assertThat(good("--yes", "--no-checks").err()).contains("holds no key in its first line");
  }

  private Typed good(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--network", "mainnet",
                "--wallet-path", temp.resolve("wallets").toString(),
                "--wallet-name", "w",
                "--wallet-hotkey", "h",
                "--image-service", "openai",
                "--video-service", "none",
                "--openai-key-file", key.toString(),
                "--port", "8093",
                "--external-ip", "auto"));
    all.addAll(List.of(more));
    return setup(all.toArray(String[]::new));
  }

  private Typed setup(String... more) {
    List<String> all = new ArrayList<>(List.of("setup", "--env-file", env.toString()));
    all.addAll(List.of(more));
    return Typed.gascli(all.toArray(String[]::new));
  }

  private static Path ownersAlone(Path file) throws Exception {
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
