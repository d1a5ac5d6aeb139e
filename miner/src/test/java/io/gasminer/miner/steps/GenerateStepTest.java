package io.gasminer.miner.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gasminer.miner.generation.GenerationOutcome;
import io.gasminer.miner.store.Offers;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class GenerateStepTest extends StepsFixture {
  private static final GenerationOutcome STILL =
      new GenerationOutcome.StillRunning(Duration.ofSeconds(2));

  /** What kill -9 looks like from inside. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private static GenerationOutcome unavailable() {
    return new GenerationOutcome.Unavailable("503", Duration.ofSeconds(2));
  }

  private String failureOf(Task task) {
    assertThat(stored(task).state()).isInstanceOf(TaskState.Failed.class);
    return ((TaskState.Failed) stored(task).state()).reason();
  }

  @Test
  void theTicketIsStoredBeforeTheFirstPoll() {
    Task task = accepted();
    provider
        .takesJob("j-1")
        .onAwait(
            () -> {
              assertThat(stored(task).ticket()).contains(ScriptedProvider.ticket("j-1"));
              return ScriptedProvider.produced();
            });
    assertThat(generate(task)).isEqualTo(new StepResult.Moved());
    assertThat(store.media(task.id()).orElseThrow().bytes()).containsExactly(1, 2, 3);
  }

  @Test
  void aRestartInTheMiddleOfAWaitBuysNothing() {
    Task task = accepted();
    provider
        .takesJob("j-1")
        .onAwait(
            () -> {
              throw new Killed();
            });
    assertThatThrownBy(() -> generate(task)).isInstanceOf(Killed.class);
    restart();
    assertThat(generate(task)).isEqualTo(new StepResult.Moved());
    assertThat(provider.submitted).hasSize(1);
    assertThat(provider.awaited).hasSize(2).allMatch(ticket -> ticket.jobId().equals("j-1"));
  }

  @Test
  void aRestartAfterTheMediaWereStoredMakesNothingAgain() {
    Task task = accepted();
    store.save(task.started(clock.instant()));
    store.storeMedia(
        task.id(), new io.gasminer.miner.task.Media(new byte[9], "image/png", java.util.Map.of()));
    assertThat(generate(task)).isEqualTo(new StepResult.Moved());
    assertThat(provider.submitted).isEmpty();
  }

  @Test
  void aRequestWhoseAnswerWasLostWithTheProcessCountsAndThreeAreEnough() {
    Task task = accepted();
    for (int life = 1; life <= 3; life++) {
      provider.onSubmit(
          () -> {
            assertThat(stored(task).progress().last().orElseThrow().open()).isTrue();
            throw new Killed();
          });
      assertThatThrownBy(() -> generate(task)).isInstanceOf(Killed.class);
      restart();
      assertThat(stored(task).progress().submissions()).isEqualTo(life);
    }
    assertThat(generate(task)).isEqualTo(new StepResult.Moved());
    assertThat(failureOf(task)).contains("3 requests");
    assertThat(provider.submitted).hasSize(3);
  }

  @Test
  void aRequestThatCostsNothingIsMadeAgainHoweverOftenTheProcessDies() {
    planner = planner.free();
    Task task = accepted();
    for (int life = 1; life <= 5; life++) {
      provider.onSubmit(
          () -> {
            throw new Killed();
          });
      assertThatThrownBy(() -> generate(task)).isInstanceOf(Killed.class);
      restart();
    }
    assertThat(generate(task)).isEqualTo(new StepResult.Moved());
    assertThat(store.media(task.id())).isPresent();
  }

  @Test
  void runningOutOfTimeIsNoVerdictOnAPaidJob() {
    Task task = accepted();
    provider.takesJob("j-1");
    provider.onAwait(
        () -> {
          clock.advance(TIMEOUT.plusSeconds(1));
          return STILL;
        });
    Instant next = again(generate(task));
    assertThat(next).isEqualTo(clock.instant().plusSeconds(10));
    for (int look = 0; look < 5; look++) {
      clock.set(next);
      provider.says(look % 2 == 0 ? unavailable() : STILL);
      next = again(generate(task));
    }
    clock.set(next);
    assertThat(generate(task)).isEqualTo(new StepResult.Moved());
    assertThat(store.media(task.id())).isPresent();
    assertThat(provider.submitted).hasSize(1);
  }

  @Test
  void aPaidJobIsGivenUpWhenTheChallengeHasClosed() {
    Task task = accepted();
    provider.takesJob("j-1").says(STILL);
    again(generate(task));
    clock.advance(Duration.ofMinutes(121));
    provider.says(STILL);
    generate(task);
    assertThat(failureOf(task)).contains("when the challenge closed");
  }

  @Test
  void whoCannotServeNowIsPassedOverForThisTurnOnly() {
    Task task = accepted();
    provider.answers(unavailable()).answers(unavailable());
    Instant next = again(generate(task));
    assertThat(next).isEqualTo(clock.instant().plusSeconds(2));
    assertThat(stored(task).progress().ruledOut()).isEmpty();
    assertThat(stored(task).progress().submissions()).isZero();
    clock.set(next);
    assertThat(generate(task)).isEqualTo(new StepResult.Moved());
    assertThat(provider.submitted)
        .extracting(request -> request.model().model())
        .containsExactly("m-1", "m-2", "m-1");
  }

  @Test
  void aTaskThatNobodyCanServeFailsWithinItsTimeAndWithTheReason() {
    Task task = accepted();
    Instant began = clock.instant();
    StepResult result = new StepResult.Again(began);
    while (result instanceof StepResult.Again(Instant at)) {
      clock.set(at);
      provider.answers(unavailable()).answers(unavailable());
      result = generate(task);
    }
    assertThat(failureOf(task)).contains("timed out").contains("503");
    assertThat(Duration.between(began, clock.instant())).isLessThanOrEqualTo(TIMEOUT);
    assertThat(provider.submitted).hasSizeLessThan(60);
  }

  @Test
  void aModelThatCannotWorkIsRuledOutForGood() {
    Task task = accepted();
    provider.answers(new GenerationOutcome.Rejected("400 unknown model")).answers(unavailable());
    clock.set(again(generate(task)));
    restart();
    assertThat(stored(task).progress().ruledOut()).containsExactly("m-1");
    generate(task);
    assertThat(provider.submitted)
        .extracting(request -> request.model().model())
        .containsExactly("m-1", "m-2", "m-2");
  }

  @Test
  void aWrongKeyGoesToAnotherModelAndThenFailsHonestly() {
    Task task = accepted();
    provider
        .answers(new GenerationOutcome.OperatorProblem("401"))
        .answers(new GenerationOutcome.OperatorProblem("402"));
    generate(task);
    assertThat(failureOf(task)).isEqualTo("no model is left: 402");
  }

  @Test
  void moderationIsTriedOnceMore() {
    Task task = accepted();
    provider
        .answers(new GenerationOutcome.Moderated("unsafe"))
        .answers(new GenerationOutcome.Moderated("unsafe"));
    generate(task);
    assertThat(failureOf(task)).isEqualTo("unsafe");
    assertThat(provider.submitted).hasSize(2);
  }

  @Test
  void aJobThatWasModeratedIsForgottenBeforeAnotherIsBought() {
    Task task = accepted();
    provider.takesJob("j-1").says(new GenerationOutcome.Moderated("unsafe"));
    provider.takesJob("j-2").says(STILL);
    again(generate(task));
    assertThat(stored(task).ticket()).contains(ScriptedProvider.ticket("j-2"));
    assertThat(stored(task).progress().moderations()).isEqualTo(1);
  }

  @Test
  void aLostJobFailsTheTaskHonestlyAndNothingElseIsBought() {
    Task task = accepted();
    provider.takesJob("j-1").says(new GenerationOutcome.Lost("the job failed at the vendor"));
    generate(task);
    assertThat(failureOf(task)).isEqualTo("the job failed at the vendor");
    assertThat(provider.submitted).hasSize(1);
  }

  @Test
  void aTaskWhoseTurnComesAfterItsChallengeClosedBuysNothing() {
    Task task = accepted();
    clock.advance(Duration.ofHours(2));
    generate(task);
    assertThat(failureOf(task)).contains("nothing was bought");
    assertThat(provider.submitted).isEmpty();
  }

  @Test
  void nothingIsBoughtForAWebhookThatMayNeverBeCalled() {
    Task task = Offers.task("http://10.0.0.1/callback", clock.instant());
    store.accept(task, Offers.request());
    generate(task);
    assertThat(failureOf(task)).contains("nothing was bought", "10.0.0.1");
    assertThat(provider.submitted).isEmpty();
  }

  @Test
  void aMinerThatStopsBuysNothingMore() {
    Task task = accepted();
    awaiting.stop();
    again(generate(task));
    assertThat(provider.submitted).isEmpty();
    restart();
    assertThat(generate(task)).isEqualTo(new StepResult.Moved());
  }
}
