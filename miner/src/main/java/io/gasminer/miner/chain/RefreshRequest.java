package io.gasminer.miner.chain;

import io.gasminer.miner.task.Pause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Owns one wish to a running miner of this state folder: read the metagraph anew, now. */
public final class RefreshRequest {
  private static final Duration TAKEN_WITHIN = Duration.ofSeconds(10);
  private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(2);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  private final Path folder;
  private final RefreshMailbox mailbox;
  private final InstantSource clock;
  private final Pause pause;

  /** A wish to the miner with this state folder. */
  public RefreshRequest(Path folder, InstantSource clock, Pause pause) {
    this.folder = folder;
    this.mailbox = new RefreshMailbox(folder);
    this.clock = clock;
    this.pause = pause;
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** The miner did what it could. */
    record Answered(Refresh refresh) implements Outcome {}

    /** No miner that runs uses this state folder. */
    record NobodyThere() implements Outcome {}

    /** A miner took the wish and did not say what came of it in time. */
    record NoAnswer() implements Outcome {}
  }

  /**
   * Asks and waits.
   *
   * @param id of this request alone
   * @throws IOException when the state folder cannot be written or read
   */
  public Outcome send(String id) throws IOException, InterruptedException {
    if (!Files.isDirectory(folder)) {
      return new Outcome.NobodyThere();
    }
    mailbox.ask(id);
    Instant end = clock.instant().plus(TAKEN_WITHIN);
    while (!mailbox.isTaken()) {
      if (clock.instant().isAfter(end)) {
        mailbox.withdraw();
        return new Outcome.NobodyThere();
      }
      pause.forAbout(LOOK_EVERY);
    }
    end = clock.instant().plus(ANSWERED_WITHIN);
    while (!clock.instant().isAfter(end)) {
      Optional<Refresh> answer = mailbox.answerTo(id);
      if (answer.isPresent()) {
        return new Outcome.Answered(answer.get());
      }
      pause.forAbout(LOOK_EVERY);
    }
    return new Outcome.NoAnswer();
  }
}
