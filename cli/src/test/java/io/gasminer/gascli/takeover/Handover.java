package io.gasminer.gascli.takeover;

import io.gasminer.bittensor.wallet.Hotkey;
import io.gasminer.bittensor.wallet.HotkeyFile;
import io.gasminer.gascli.setup.EnvDisk;
import io.gasminer.miner.store.SqlTaskStore;
import io.gasminer.miner.store.StoreOpening;
import io.gasminer.miner.store.Stores;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Owns two installations on one machine: the known miner's, and this one's. */
record Handover(Path root) {
  static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  static final String VALIDATOR = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";

  static Handover at(Path root) throws IOException {
    Handover handover = new Handover(root);
    Files.createDirectories(handover.known());
    Files.createDirectories(handover.ours());
    Path hotkeys = Files.createDirectories(root.resolve("wallets/w/hotkeys"));
    Files.write(hotkeys.resolve("h"), HotkeyFile.write(Hotkey.fromUri("//Alice")));
    return handover;
  }

  Path known() {
    return root.resolve("known");
  }

  Path ours() {
    return root.resolve("ours");
  }

  Path state() {
    return known().resolve("miner_generated_content/.gen_miner_state");
  }

  Path stats() {
    return root.resolve("webhook_stats.json");
  }

  EnvDisk disk() {
    return new EnvDisk(ours().resolve(".env.gen_miner"));
  }

  /** The known miner's settings, with a free port. */
  void knownSettings(String... more) throws IOException {
    Files.writeString(
        known().resolve(".env.gen_miner"),
        """
        # the known miner
        BT_WALLET_PATH=%s/wallets
        BT_WALLET_NAME=w
        BT_WALLET_HOTKEY=h
        BT_AXON_PORT=1
        IMAGE_SERVICE=openai
        OPENAI_API_KEY=sk-of-the-known-miner
        """
                .formatted(root)
            + String.join("\n", more)
            + "\n");
  }

  Path task(String id, String status, Instant created, String more) throws IOException {
    Files.createDirectories(state());
    return Files.writeString(state().resolve(id + ".json"), json(id, status, created, more));
  }

  static String json(String id, String status, Instant created, String more) {
    return """
    {"version": 1, "task": {"task_id": "%s", "modality": "video", "status": "%s",
     "prompt": "a lighthouse in a storm", "parameters": {"resolution": "720p", "seed": null},
     "webhook_url": "http://203.0.113.1:8000/generative_callback", "signed_by": "%s",
     "created_at": %d.25%s}}
    """
        .formatted(id, status, VALIDATOR, created.getEpochSecond(), more);
  }

  Takeover takeover() {
    return switch (Installation.in(known(), stats())) {
      case Installation.Look.Nothing(String why) -> throw new AssertionError(why);
      case Installation.Look.Found(Installation found) ->
          new Takeover(
              found, disk(), text(), root.resolve("pm2"), ZoneOffset.UTC, InstantSource.fixed(NOW));
    };
  }

  Plan plan() {
    return switch (takeover().plan()) {
      case Plan.Making.Made(Plan plan) -> plan;
      case Plan.Making.Refused(String why) -> throw new AssertionError(why);
    };
  }

  Execution.End carryOut() {
    return new Execution(takeover(), plan()).run();
  }

  SqlTaskStore store() {
    return switch (Stores.open(
        Optional.empty(), ours().resolve("miner_generated_content/.gen_miner_state"), 100)) {
      case StoreOpening.Opened(SqlTaskStore store) -> store;
      case StoreOpening.Refused(String reason) -> throw new AssertionError(reason);
      case StoreOpening.Unavailable(String reason) -> throw new AssertionError(reason);
    };
  }

  private Optional<String> text() {
    return disk().read() instanceof EnvDisk.Reading.Read(Optional<String> text)
        ? text
        : Optional.empty();
  }

  /** Every file of the known installation, with what is in it and when it was changed. */
  Map<String, String> fingerprint() throws Exception {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(known())) {
      for (Path file : files.toList()) {
        String content =
            Files.isRegularFile(file)
                ? HexFormat.of()
                    .formatHex(
                        MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)))
                : "folder";
        all.put(file.toString(), content + Files.getLastModifiedTime(file));
      }
    }
    return all;
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
