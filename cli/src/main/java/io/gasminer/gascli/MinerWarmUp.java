package io.gasminer.gascli;

import io.gasminer.bittensor.epistula.EpistulaSigner;
import io.gasminer.gascli.rehearsal.Challenger;
import io.gasminer.gascli.rehearsal.RehearsalFolder;
import io.gasminer.gascli.rehearsal.WebhookReceiver;
import io.gasminer.miner.Miner;
import io.gasminer.miner.config.ConfigLoader;
import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.events.Logs;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Owns a short life of the miner in this process, from its start to its end, for the JVM to note
 * the classes of it: the sandbox, loopback, a throw-away folder.
 */
final class MinerWarmUp {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final int CHALLENGES = 8;

  private MinerWarmUp() {}

  /** Lives it in a folder below this one; whether every challenge was delivered. */
  static boolean below(Path parent) throws IOException, InterruptedException {
    RehearsalFolder folder =
        RehearsalFolder.create(parent, Map.of(), CLOCK.instant(), new SecureRandom());
    Optional<String> settings = Optional.of(Files.readString(folder.envFile()));
    return switch (ConfigLoader.load(Map.of(), Map.of(), settings, folder.path())) {
      case ConfigLoader.Outcome.Loaded(MinerConfig config) -> live(folder, config);
      case ConfigLoader.Outcome.Problems _ -> false;
    };
  }

  private static boolean live(RehearsalFolder folder, MinerConfig config)
      throws IOException, InterruptedException {
    Path output = config.storage().outputDir();
    Files.createDirectories(output.resolve("logs"));
    Logs.toConsoleAndFile(output, "info", false);
    try {
      return switch (Miner.start(config)) {
        case Miner.Start.Running(Miner miner) -> {
          try (miner) {
            yield challenge(folder, miner.port());
          }
        }
        case Miner.Start.Refused _ -> false;
      };
    } finally {
      Logs.close();
    }
  }

  private static boolean challenge(RehearsalFolder folder, int port)
      throws IOException, InterruptedException {
    EpistulaSigner validator =
        new EpistulaSigner(folder.validator(), CLOCK, () -> UUID.randomUUID().toString());
    try (WebhookReceiver receiver =
            WebhookReceiver.open(folder.validator().address(), folder.miner().address(), 0, CLOCK);
        Challenger challenger =
            new Challenger(
                validator,
                folder.miner().address(),
                URI.create("http://127.0.0.1:" + port),
                receiver.url())) {
      for (String page : List.of("/health", "/miner_info", "/no-such-page")) {
        challenger.get(page);
      }
      boolean all = true;
      for (int i = 0; i < CHALLENGES; i++) {
        Optional<String> task =
            challenger
                .challenge(
                    i % 4 == 0 ? "video" : "image", "warm-up " + i, Map.of("resolution", "480p"))
                .taskId();
        task.ifPresent(receiver::know);
        all &= task.isPresent() && receiver.await(task.get(), LONGEST).isPresent();
      }
      return all;
    }
  }
}
