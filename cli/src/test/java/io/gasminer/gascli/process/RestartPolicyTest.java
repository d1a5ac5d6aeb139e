package io.gasminer.gascli.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.gascli.process.RestartPolicy.Next;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {
  private static final int KILLED = 137;

  private final RestartPolicy policy = new RestartPolicy();
  private Instant now = Instant.parse("2026-11-25T00:00:00Z");

  @Test
  void aHealthyMinerThatIsKilledIsStartedAtOnce() {
    policy.healthy(now);
    assertThat(ended(KILLED)).isEqualTo(new Next.Again(Duration.ZERO, 1));
  }

  @Test
  void oneThatNeverAnsweredWaitsASecondFirst() {
    assertThat(ended(1)).isEqualTo(new Next.Again(Duration.ofSeconds(1), 1));
  }

  @Test
  void theWaitsDoubleUpToAMinuteAndTheEleventhEndIsTheLast() {
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < RestartPolicy.MOST_IN_A_ROW; i++) {
      waits.add(((Next.Again) ended(1)).pause().toSeconds());
    }
    assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L, 60L);
    assertThat(ended(1)).isInstanceOf(Next.GivenUp.class);
  }

  @Test
  void healthThatDoesNotLastForgivesNothing() {
    for (int i = 1; i <= RestartPolicy.MOST_IN_A_ROW; i++) {
      policy.healthy(now);
      now = now.plus(Duration.ofMinutes(10).minusMillis(1));
      assertThat(((Next.Again) ended(KILLED)).numberInARow()).isEqualTo(i);
    }
    policy.healthy(now);
    assertThat(ended(KILLED)).isInstanceOf(Next.GivenUp.class);
  }

  @Test
  void tenMinutesOfHealthBeginANewRow() {
    ended(1);
    ended(1);
    policy.healthy(now);
    now = now.plus(Duration.ofMinutes(10));
    policy.healthy(now);
    assertThat(ended(KILLED)).isEqualTo(new Next.Again(Duration.ZERO, 1));
  }

  @Test
  void whoWasAskedToStopStaysDownAndWhoCannotStartDoesToo() {
    assertThat(ended(0)).isInstanceOf(Next.Down.class);
    assertThat(ended(2)).isInstanceOf(Next.GivenUp.class);
  }

  @Test
  void anEndThatNobodyCouldLearnCountsAsACrash() {
    policy.healthy(now);
    assertThat(ended(RestartPolicy.UNKNOWN)).isInstanceOf(Next.Again.class);
  }

  private Next ended(int code) {
    return policy.ended(code, now);
  }
}
