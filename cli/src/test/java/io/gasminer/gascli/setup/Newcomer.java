package io.gasminer.gascli.setup;

import io.gasminer.bittensor.wallet.Hotkey;
import io.gasminer.bittensor.wallet.HotkeyFile;
import io.gasminer.gascli.chain.AxonFlags;
import io.gasminer.gascli.paper.Paper;
import io.gasminer.testkit.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Owns a newcomer's machine: a folder, a wallet, a file that leads every call to loopback. */
record Newcomer(Path folder, int freePort, int closedPort) {
  static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  static Newcomer at(Path folder) throws IOException {
    Newcomer newcomer = new Newcomer(folder, FreePort.find(), FreePort.find());
    newcomer.hotkey("w", "default", "//Alice");
    return newcomer;
  }

  void hotkey(String wallet, String name, String uri) throws IOException {
    Path hotkeys = Files.createDirectories(folder.resolve("wallets").resolve(wallet + "/hotkeys"));
    Path file = hotkeys.resolve(name);
    Files.write(file, HotkeyFile.write(Hotkey.fromUri(uri)));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  EnvDisk disk() {
    return new EnvDisk(folder.resolve(".env.gen_miner"));
  }

  /** A file as an operator keeps it, with remarks and a line of another program. */
  String file(VendorStandIn vendors) {
    return """
    # my miner, do not touch
    HF_TOKEN=not-ours
    BT_WALLET_PATH=%s/wallets
    export BT_AXON_PORT=%d # opened in the router
    BT_AXON_IP=127.0.0.1
    BT_CHAIN_ENDPOINT=ws://127.0.0.1:%d
    OPENAI_BASE_URL=%s
    OPEN_ROUTER_BASE_URL=%s
    STABILITY_BASE_URL=%s
    RUNWAYML_BASE_URL=%s
    """
        .formatted(
            folder,
            freePort,
            closedPort,
            vendors.base(),
            vendors.base(),
            vendors.base(),
            vendors.base());
  }

  Setup setup(Map<String, String> environment) {
    RealChecks checks =
        new RealChecks(
            InstantSource.fixed(NOW),
            Duration.ofSeconds(5),
            port -> new AxonFlags.Wanted.Unusable("no service was asked"));
    return new Setup(disk(), environment, checks, Paper.PLAIN, InstantSource.fixed(NOW));
  }

  Optional<String> written() throws IOException {
    return Files.exists(disk().path())
        ? Optional.of(Files.readString(disk().path()))
        : Optional.empty();
  }
}
