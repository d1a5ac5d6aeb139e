package io.gasminer.gascli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.bittensor.wallet.Hotkey;
import io.gasminer.bittensor.wallet.HotkeyFile;
import io.gasminer.testkit.Chainkit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the real runtime says of a hotkey that is set up. */
class SetupChainTest {
  @TempDir private Path temp;

  @Test
  void theChainSaysWhoIsRegisteredAndWhoIsNot() throws Exception {
    try (Chainkit chain = Chainkit.start()) {
      Typed bob = setup(chain, "//Bob");
      assertThat(bob.exitCode()).as(bob.err()).isZero();
      assertThat(bob.out()).contains("registered on subnet 34 as uid 1").contains("answers: block");
      Typed eve = setup(chain, "//Eve");
      assertThat(eve.exitCode()).as(eve.err()).isZero();
      assertThat(eve.out())
          .contains("not registered on subnet 34", "btcli")
          .contains("Nothing changes");
    }
  }

  private Typed setup(Chainkit chain, String uri) throws Exception {
    Path hotkeys = Files.createDirectories(temp.resolve("w/hotkeys"));
    Path file = Files.write(hotkeys.resolve("h"), HotkeyFile.write(Hotkey.fromUri(uri)));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return Typed.gascli(
        "setup",
        "--env-file",
        temp.resolve(".env.gen_miner").toString(),
        "--network",
        chain.address(),
        "--netuid",
        "34",
        "--wallet-path",
        temp.toString(),
        "--wallet-name",
        "w",
        "--wallet-hotkey",
        "h",
        "--image-service",
        "sandbox",
        "--video-service",
        "none",
        "--port",
        "18393",
        "--external-ip",
        "203.0.113.7",
        "--yes");
  }
}
