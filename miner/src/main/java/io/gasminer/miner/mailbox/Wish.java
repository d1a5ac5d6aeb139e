package io.gasminer.miner.mailbox;

import io.gasminer.miner.task.Pause;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Owns the asking of a running miner: the letter, the wait until it is taken, the answer. */
public final class Wish {
  private static final Duration TAKEN_WITHIN = Duration.ofSeconds(10);
  private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(2);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  private final Mailbox mailbox;
  private final InstantSource clock;
  private final Pause pause;

  /** Asks through the mailbox. */
  public Wish(Mailbox mailbox, InstantSource clock, Pause pause) {
    this.mailbox = mailbox;
    this.clock = clock;
    this.pause = pause;
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** The miner did what it could, and says so. */
    record Answered(JsonNode words) implements Outcome {}

    /** No miner that runs looks into the mailbox. */
    record NobodyThere() implements Outcome {}

    /** A miner took the letter and did not say what came of it in time. */
    record NoAnswer() implements Outcome {}
  }

  /**
   * Asks and waits.
   *
   * @throws IOException when the state folder cannot be written or read
   */
  public Outcome send(Letter letter) throws IOException, InterruptedException {
    // Another command's letter goes first; one that nobody takes is nobody's any more.
    var _ = isTakenInTime();
    mailbox.ask(letter);
    if (!isTakenInTime()) {
      mailbox.withdraw();
      return new Outcome.NobodyThere();
    }
    Instant end = clock.instant().plus(ANSWERED_WITHIN);
    while (!clock.instant().isAfter(end)) {
      Optional<JsonNode> answer = mailbox.answerTo(letter.id());
      if (answer.isPresent()) {
        return new Outcome.Answered(answer.get());
      }
      pause.forAbout(LOOK_EVERY);
    }
    return new Outcome.NoAnswer();
  }

  private boolean isTakenInTime() throws IOException, InterruptedException {
    Instant end = clock.instant().plus(TAKEN_WITHIN);
    while (!mailbox.isTaken()) {
      if (clock.instant().isAfter(end)) {
        return false;
      }
      pause.forAbout(LOOK_EVERY);
    }
    return true;
  }
}
