package io.gasminer.gascli.status;

import io.gasminer.gascli.paper.Spans;
import io.gasminer.gascli.probe.Door;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Owns the judging of what was seen: the state, and what it means.
 *
 * @param age of the process; empty where there is none
 */
record Judgement(Optional<Duration> age, Door door, Optional<Supervised> supervised, Instant now) {
  /** A store of many tasks, or an encrypted hotkey, takes its time at the start. */
  private static final Duration LONGEST_START = Duration.ofMinutes(2);

  /** A state, and words where it does not say it all. */
  record Verdict(State state, String words) {}

  Verdict verdict() {
    return switch (door) {
      case Door.Answered() -> new Verdict(State.RUNNING, "");
      case Door.Silent(String why) -> age.map(span -> present(span, why)).orElseGet(this::absent);
      case Door.Closed(String why) -> age.map(span -> present(span, why)).orElseGet(this::absent);
    };
  }

  private Verdict present(Duration span, String why) {
    boolean young = span.compareTo(LONGEST_START) < 0;
    return young && door instanceof Door.Closed
        ? new Verdict(State.STARTING, "its process is there since " + seconds(span) + ": " + why)
        : new Verdict(State.NOT_ANSWERING, "its process is there, but " + why);
  }

  private Verdict absent() {
    if (supervised.isEmpty()) {
      return new Verdict(State.STOPPED, "no miner runs on this state folder");
    }
    Supervised told = supervised.get();
    if (told.orphaned()) {
      return new Verdict(State.FAILED, "its process and its supervisor have both ended");
    }
    if (told.phase().isMeantToRun() && told.supervisor().isEmpty()) {
      return new Verdict(State.STOPPED, "the machine was started anew since it last ran");
    }
    return switch (told.phase()) {
      case STOPPED -> new Verdict(State.STOPPED, "");
      case FAILED -> new Verdict(State.FAILED, "it ended, and starting it again does not help");
      case BACKOFF -> new Verdict(State.BACKING_OFF, told.nextStart().map(this::when).orElse(""));
      case STARTING, RUNNING -> new Verdict(State.STARTING, "its supervisor starts it");
    };
  }

  private String when(Instant start) {
    Duration left = Duration.between(now, start);
    return left.isPositive() ? "again in " + seconds(left) : "again now";
  }

  private static String seconds(Duration span) {
    return Spans.words(span);
  }
}
