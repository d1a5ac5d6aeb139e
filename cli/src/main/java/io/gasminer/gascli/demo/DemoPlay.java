package io.gasminer.gascli.demo;

import io.gasminer.gascli.rehearsal.RehearsalFolder;
import io.gasminer.miner.task.Pause;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Owns a demo as the command line sees it: its options, what it prints, its exit code. */
public final class DemoPlay {
  private static final int WRONG_USE = 2;

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean json;
  private final boolean quiet;
  private final boolean keep;

  /** Prints steps, unless {@code quiet}, and the results; or with {@code json} one object. */
  public DemoPlay(PrintWriter out, PrintWriter err, boolean json, boolean quiet, boolean keep) {
    this.out = out;
    this.err = err;
    this.json = json;
    this.quiet = quiet;
    this.keep = keep;
  }

  /** Plays the demo; 0 when both challenges passed, 1 when one did not, 2 for a wrong option. */
  public int play(Optional<Path> output, Optional<String> imageTier, Optional<String> videoTier)
      throws InterruptedException {
    if (!isOneOf(imageTier, Tiers.IMAGE, "--image-tier")
        || !isOneOf(videoTier, Tiers.VIDEO, "--video-tier")) {
      return WRONG_USE;
    }
    InstantSource clock = InstantSource.system();
    SecureRandom random = new SecureRandom();
    DemoScreen screen = new DemoScreen(out, json || quiet, clock.instant());
    try {
      RehearsalFolder folder =
          RehearsalFolder.create(
              output.map(Path::toAbsolutePath).orElseGet(Demo::defaultParent),
              Map.of(),
              clock.instant(),
              random);
      screen.say("Demo: the real miner with the sandbox service, and a validator, on loopback.");
      screen.say("Everything is kept in " + Shown.path(folder.path()));
      screen.say("Starting the miner …");
      DemoReport report =
          new Demo(folder, screen, clock, Pause.real())
              .play(Demo.Wish.drawn(imageTier, videoTier, random), keep);
      print(report);
      return report.passed() ? 0 : 1;
    } catch (IOException failed) {
      err.println("Error: the demo could not be played (" + failed + ").");
      err.println("Next step: see that the folder can be written and loopback be used, try again.");
      return 1;
    }
  }

  private void print(DemoReport report) {
    if (json) {
      out.println(JsonMapper.shared().writeValueAsString(report.asJson()));
      return;
    }
    out.println();
    report.problem().ifPresent(problem -> out.println("Error: " + problem));
    for (ChallengeResult result : report.challenges()) {
      out.println(
          "%s  %s %s → %s"
              .formatted(
                  result.passed() ? "passed" : "FAILED",
                  result.modality(),
                  result.requestedTier(),
                  result
                      .file()
                      .map(file -> Shown.path(Path.of(file)))
                      .orElse(String.join("; ", result.judgement().faults()))));
    }
    out.println(
        report.passed()
            ? "Both challenges passed. Judge the files again, trusting the sandbox's root:\n"
                + "  %2$s generator verify-c2pa --anchors %1$s/sandbox-root.pem %1$s/image-* %1$s/video-*"
                    .formatted(Shown.path(report.folder()), CalledAs.thisTime())
            : "The demo did not pass; the miner's log is "
                + Shown.path(report.folder())
                + "/miner/logs");
  }

  private boolean isOneOf(Optional<String> value, List<String> allowed, String option) {
    if (value.isEmpty() || allowed.contains(value.get())) {
      return true;
    }
    err.println("Error: " + option + " is " + value.get() + "; give one of " + allowed);
    return false;
  }
}
