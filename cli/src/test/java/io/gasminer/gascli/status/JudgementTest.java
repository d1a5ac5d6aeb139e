package io.gasminer.gascli.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.gascli.probe.Door;
import io.gasminer.gascli.status.Supervised.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgementTest {
  private static final Instant NOW = Instant.parse("2026-11-25T04:00:00Z");
  private static final Optional<Duration> YOUNG = Optional.of(Duration.ofSeconds(5));
  private static final Optional<Duration> OLD = Optional.of(Duration.ofHours(1));
  private static final Optional<Duration> NO_PROCESS = Optional.empty();
  private static final Door ANSWERED = new Door.Answered();
  private static final Door SILENT = new Door.Silent("no answer");
  private static final Door CLOSED = new Door.Closed("nothing listens");

  @Test
  void whoAnswersRunsWhateverElseIsSeen() {
    assertThat(state(OLD, ANSWERED, Optional.empty())).isEqualTo(State.RUNNING);
    assertThat(state(NO_PROCESS, ANSWERED, Optional.empty())).isEqualTo(State.RUNNING);
    assertThat(state(YOUNG, ANSWERED, told(Phase.STARTING, true))).isEqualTo(State.RUNNING);
  }

  @Test
  void aProcessThatDoesNotListenYetStartsAndOneThatNeverDoesHangs() {
    assertThat(state(YOUNG, CLOSED, Optional.empty())).isEqualTo(State.STARTING);
    assertThat(state(OLD, CLOSED, Optional.empty())).isEqualTo(State.NOT_ANSWERING);
    assertThat(state(YOUNG, SILENT, Optional.empty())).isEqualTo(State.NOT_ANSWERING);
    assertThat(state(OLD, SILENT, told(Phase.RUNNING, true))).isEqualTo(State.NOT_ANSWERING);
  }

  @Test
  void withoutAProcessTheSupervisorsWordCounts() {
    assertThat(state(NO_PROCESS, CLOSED, Optional.empty())).isEqualTo(State.STOPPED);
    assertThat(state(NO_PROCESS, CLOSED, told(Phase.STOPPED, false))).isEqualTo(State.STOPPED);
    assertThat(state(NO_PROCESS, CLOSED, told(Phase.FAILED, false))).isEqualTo(State.FAILED);
    assertThat(state(NO_PROCESS, CLOSED, told(Phase.BACKOFF, true))).isEqualTo(State.BACKING_OFF);
    assertThat(state(NO_PROCESS, CLOSED, told(Phase.STARTING, true))).isEqualTo(State.STARTING);
    assertThat(state(NO_PROCESS, SILENT, told(Phase.RUNNING, true)))
        .as("another program has the port")
        .isEqualTo(State.STARTING);
  }

  @Test
  void aSupervisorOfAnotherLifeOfTheMachineSaysNothing() {
    for (Phase phase : new Phase[] {Phase.STARTING, Phase.RUNNING, Phase.BACKOFF}) {
      assertThat(state(NO_PROCESS, CLOSED, told(phase, false))).isEqualTo(State.STOPPED);
    }
  }

  @Test
  void whereBothHaveDiedAndCouldNotBeBroughtBackItHasFailed() {
    Supervised orphaned =
        new Supervised(
            Phase.RUNNING,
            Optional.empty(),
            true,
            Optional.empty(),
            0,
            Optional.empty(),
            Optional.empty());
    assertThat(state(NO_PROCESS, CLOSED, Optional.of(orphaned))).isEqualTo(State.FAILED);
  }

  @Test
  void aWaitTellsHowLong() {
    assertThat(new Judgement(NO_PROCESS, CLOSED, told(Phase.BACKOFF, true), NOW).verdict().words())
        .isEqualTo("again in 16 s");
    assertThat(
            new Judgement(NO_PROCESS, CLOSED, told(Phase.BACKOFF, true), NOW.plusSeconds(60))
                .verdict()
                .words())
        .isEqualTo("again now");
  }

  @Test
  void scriptsHearThreeExitCodes() {
    assertThat(State.RUNNING.exitCode()).isZero();
    assertThat(State.NOT_ANSWERING.exitCode()).isEqualTo(1);
    for (State down :
        new State[] {State.STARTING, State.BACKING_OFF, State.STOPPED, State.FAILED}) {
      assertThat(down.exitCode()).isEqualTo(3);
    }
    assertThat(State.BACKING_OFF.wireName()).isEqualTo("backing-off");
  }

  private static State state(Optional<Duration> age, Door door, Optional<Supervised> supervised) {
    return new Judgement(age, door, supervised, NOW).verdict().state();
  }

  private static Optional<Supervised> told(Phase phase, boolean alive) {
    return Optional.of(
        new Supervised(
            phase,
            alive ? Optional.of(4700L) : Optional.empty(),
            false,
            Optional.empty(),
            2,
            Optional.empty(),
            phase == Phase.BACKOFF ? Optional.of(NOW.plusSeconds(16)) : Optional.empty()));
  }
}
