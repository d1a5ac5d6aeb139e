package io.gasminer.gascli.demo;

import io.gasminer.bittensor.epistula.EpistulaSigner;
import io.gasminer.gascli.rehearsal.Challenger;
import io.gasminer.gascli.rehearsal.LogTail;
import io.gasminer.gascli.rehearsal.MinerProcess;
import io.gasminer.gascli.rehearsal.RehearsalFolder;
import io.gasminer.gascli.rehearsal.WebhookReceiver;
import io.gasminer.miner.generation.sandbox.SandboxAuthority;
import io.gasminer.miner.task.Pause;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Owns one demo: start the miner, challenge it twice at once, judge, stop it. */
final class Demo {
  private static final Duration START_LIMIT = Duration.ofSeconds(30);

  private final RehearsalFolder folder;
  private final DemoScreen screen;
  private final InstantSource clock;
  private final Pause pause;

  Demo(RehearsalFolder folder, DemoScreen screen, InstantSource clock, Pause pause) {
    this.folder = folder;
    this.screen = screen;
    this.clock = clock;
    this.pause = pause;
  }

  /** What is asked for. */
  record Wish(String imageTier, String imagePrompt, String videoTier, String videoPrompt) {
    static Wish drawn(Optional<String> imageTier, Optional<String> videoTier, SecureRandom random) {
      return new Wish(
          imageTier.orElseGet(() -> Tiers.draw(Tiers.IMAGE, random)),
          Prompts.draw(random),
          videoTier.orElseGet(() -> Tiers.draw(Tiers.VIDEO, random)),
          Prompts.draw(random));
    }
  }

  DemoReport play(Wish wish, boolean keep) throws IOException, InterruptedException {
    CompletableFuture<String> port = new CompletableFuture<>();
    MinerLog log = new MinerLog(screen, port);
    MinerProcess process = MinerProcess.start(folder);
    try (LogTail _ = new LogTail(folder.log(), pause, log)) {
      Optional<Integer> listening = waitFor(process, port);
      if (listening.isEmpty()) {
        process.stop();
        return problem("the miner did not start. Its last words:\n" + process.lastWords());
      }
      screen.say(
          "The miner listens on http://127.0.0.1:%d (process %d)."
              .formatted(listening.get(), process.pid()));
      screen.say("");
      DemoReport report = challenge(wish, listening.get(), log);
      if (keep && report.problem().isEmpty()) {
        KeptMiner.explain(screen, folder, process.pid(), listening.get());
      } else {
        process.stop();
      }
      return report;
    }
  }

  private DemoReport challenge(Wish wish, int port, MinerLog log)
      throws IOException, InterruptedException {
    EpistulaSigner signer =
        new EpistulaSigner(folder.validator(), clock, () -> UUID.randomUUID().toString());
    URI base = URI.create("http://127.0.0.1:" + port);
    try (WebhookReceiver receiver =
            WebhookReceiver.open(folder.validator().address(), folder.miner().address(), 0, clock);
        Challenger challenger =
            new Challenger(signer, folder.miner().address(), base, receiver.url());
        ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
      DemoChallenge play = new DemoChallenge(folder, challenger, receiver, log, screen, clock);
      Future<ChallengeResult> image =
          both.submit(() -> play.play("image", wish.imageTier(), wish.imagePrompt()));
      Future<ChallengeResult> video =
          both.submit(() -> play.play("video", wish.videoTier(), wish.videoPrompt()));
      List<ChallengeResult> results = List.of(image.get(), video.get());
      Files.copy(
          folder.sandboxRoot(),
          folder.path().resolve(SandboxAuthority.ROOT_FILE),
          StandardCopyOption.REPLACE_EXISTING);
      return new DemoReport(folder.path(), results, Optional.empty());
    } catch (ExecutionException failed) {
      return problem("the demo itself failed: " + failed.getCause());
    }
  }

  private Optional<Integer> waitFor(MinerProcess process, CompletableFuture<String> port)
      throws InterruptedException {
    Instant limit = clock.instant().plus(START_LIMIT);
    while (process.isAlive() && clock.instant().isBefore(limit)) {
      try {
        return Optional.of(Integer.parseInt(port.get(100, TimeUnit.MILLISECONDS)));
      } catch (TimeoutException notYet) {
        // Looks again whether the process is still there.
      } catch (ExecutionException | NumberFormatException unreadable) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private DemoReport problem(String text) {
    return new DemoReport(folder.path(), List.of(), Optional.of(text));
  }

  static Path defaultParent() {
    return Path.of("gas-miner-demo").toAbsolutePath();
  }
}
