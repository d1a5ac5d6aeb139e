package io.gasminer.miner.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gasminer.miner.delivery.RetryDesk;
import io.gasminer.miner.generation.GenerationOutcome;
import io.gasminer.miner.provenance.GateVerdict;
import io.gasminer.miner.task.Attempt;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskEvent;
import io.gasminer.miner.task.TaskState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DeliverStepTest extends StepsFixture {
  private Task generated() {
    Task task = accepted();
    assertThat(generate(task)).isEqualTo(new StepResult.Moved());
    return task;
  }

  private Instant afterGrace(Task task) {
    Instant first = task.createdAt().plusSeconds(1);
    clock.set(first);
    return first;
  }

  @Test
  void theFirstDeliveryWaitsForTheGraceAndIsRecordedOnce() {
    Task task = generated();
    assertThat(again(deliver(task))).isEqualTo(task.createdAt().plusSeconds(1));
    assertThat(receiver.statuses).isEmpty();
    afterGrace(task);
    assertThat(deliver(task)).isEqualTo(new StepResult.Done());
    assertThat(receiver.statuses.get(task.id().toString())).containsExactly("completed");
    assertThat(store.attempts(task.id())).extracting(Attempt::outcome).containsExactly("recorded");
    assertThat(store.media(task.id())).isEmpty();
    assertThat(stored(task).state()).isInstanceOf(TaskState.Completed.class);
    restart();
    assertThat(deliver(task)).isEqualTo(new StepResult.Done());
    assertThat(receiver.statuses.get(task.id().toString())).hasSize(1);
  }

  @Test
  void aReceiverThatIsDownGetsTheResultWhenItIsBack() {
    Task task = generated();
    afterGrace(task);
    receiver.answer(503, "restarting");
    Instant next = again(deliver(task));
    for (int attempt = 2; attempt <= 6; attempt++) {
      restart();
      clock.set(next);
      next = again(deliver(task));
      assertThat(store.media(task.id())).isPresent();
    }
    receiver.answer(200, "Binary content received");
    clock.set(next);
    assertThat(deliver(task)).isEqualTo(new StepResult.Done());
    assertThat(store.attempts(task.id())).hasSize(7);
  }

  @Test
  void aResultThatIsTwoHoursOldIsGivenUpAndItsBytesReleased() {
    Task task = generated();
    receiver.answer(503, "down");
    afterGrace(task);
    StepResult result = deliver(task);
    while (result instanceof StepResult.Again(Instant at)) {
      clock.set(at.plus(Duration.ofMinutes(20)));
      result = deliver(task);
    }
    assertThat(result).isEqualTo(new StepResult.Done());
    assertThat(clock.instant()).isAfter(task.createdAt().plus(Duration.ofMinutes(100)));
    assertThat(store.media(task.id())).isEmpty();
  }

  @Test
  void aRefusalOfTheValidatorIsFinal() {
    Task task = generated();
    afterGrace(task);
    receiver.answer(400, "C2PA verification failed: no manifest");
    assertThat(deliver(task)).isEqualTo(new StepResult.Done());
    assertThat(store.attempts(task.id())).extracting(Attempt::outcome).containsExactly("refused");
  }

  @Test
  void aResultThatOurOwnMistakeHoldsUpIsKeptAndSentAgainOnceAsked() {
    Task task = generated();
    afterGrace(task);
    receiver.answer(401, "Request is too stale");
    StepResult result = deliver(task);
    for (int attempt = 2; attempt <= 3; attempt++) {
      clock.set(again(result));
      result = deliver(task);
    }
    assertThat(again(result)).isAfter(task.createdAt().plus(Duration.ofHours(2)));
    assertThat(store.media(task.id())).isPresent();
    RetryDesk desk = new RetryDesk(store, store, clock, events);
    assertThat(desk.sendAgain(task.id())).isTrue();
    receiver.answer(200, "Binary content received");
    assertThat(deliver(task)).isEqualTo(new StepResult.Done());
    assertThat(store.media(task.id())).isEmpty();
    assertThat(desk.sendAgain(task.id())).isFalse();
    assertThat(deliver(task)).isEqualTo(new StepResult.Done());
    assertThat(store.attempts(task.id())).hasSize(4);
  }

  @Test
  void aResultThatNobodyMendsIsReleasedWhenTheChallengeCloses() {
    Task task = generated();
    afterGrace(task);
    receiver.answer(401, "Request is too stale");
    StepResult result = deliver(task);
    while (result instanceof StepResult.Again(Instant at)) {
      clock.set(at);
      result = deliver(task);
    }
    assertThat(store.attempts(task.id())).hasSize(3);
    assertThat(store.media(task.id())).isEmpty();
    assertThat(new RetryDesk(store, store, clock, events).sendAgain(task.id())).isFalse();
  }

  @Test
  void theWayOfATaskIsKeptForItsOperator() {
    gate = (task, media) -> new GateVerdict.Refused("untrusted signer", "Use a model that signs");
    Task task = generated();
    deliver(task);
    assertThat(store.events(task.id()))
        .extracting(TaskEvent::kind)
        .containsExactly(TaskEvent.Kind.ASKED, TaskEvent.Kind.PRODUCED, TaskEvent.Kind.UNFIT);
    assertThat(store.events(task.id()).getLast().words())
        .isEqualTo("untrusted signer. Use a model that signs");
  }

  @Test
  void aFailureIsToldByTheSameWay() {
    Task task = accepted();
    provider.answers(new GenerationOutcome.Lost("no media"));
    generate(task);
    afterGrace(task);
    receiver.answer(200, "Failure recorded");
    assertThat(deliver(task)).isEqualTo(new StepResult.Done());
    assertThat(receiver.statuses.get(task.id().toString())).containsExactly("failed");
  }

  @Test
  void whatThePolicyRefusesAndCostNothingIsTriedWithAnotherModel() {
    planner = planner.free();
    gate = (task, media) -> new GateVerdict.Refused("untrusted signer", "Use a model that signs");
    Task task = generated();
    assertThat(deliver(task)).isEqualTo(new StepResult.Moved());
    assertThat(stored(task).progress().ruledOut()).containsExactly("m-1");
    assertThat(store.media(task.id())).isEmpty();
    generate(task);
    assertThat(provider.submitted)
        .extracting(request -> request.model().model())
        .containsExactly("m-1", "m-2");
  }

  @Test
  void whatThePolicyRefusesAndWasPaidForFailsWithItsReason() {
    gate = (task, media) -> new GateVerdict.Refused("untrusted signer", "Use a model that signs");
    Task task = generated();
    afterGrace(task);
    assertThat(deliver(task)).isEqualTo(new StepResult.Done());
    assertThat(receiver.statuses.get(task.id().toString())).containsExactly("failed");
    assertThat(((TaskState.Failed) stored(task).state()).reason()).isEqualTo("untrusted signer");
    assertThat(provider.submitted).hasSize(1);
    assertThat(store.media(task.id())).isEmpty();
  }

  @Test
  void aModelWhosePriceIsUnknownCountsAsPaid() {
    planner = planner.withoutAPrice();
    gate = (task, media) -> new GateVerdict.Refused("untrusted signer", "Use a model that signs");
    Task task = accepted();
    generate(task);
    deliver(task);
    assertThat(stored(task).state()).isInstanceOf(TaskState.Failed.class);
    assertThat(provider.submitted).hasSize(1);
  }

  @Test
  void aGateThatBreaksDoesNotHoldTheTaskForEver() {
    gate =
        (task, media) -> {
          throw new IllegalStateException("a mistake in the gate");
        };
    Task task = generated();
    assertThatThrownBy(() -> deliver(task)).isInstanceOf(IllegalStateException.class);
    clock.advance(Duration.ofMinutes(121));
    receiver.answer(200, "Task not found in current session");
    assertThat(deliver(task)).isEqualTo(new StepResult.Done());
    assertThat(receiver.statuses.get(task.id().toString())).containsExactly("failed");
    assertThat(store.media(task.id())).isEmpty();
  }

  @Test
  void localCopiesHaveTheMediaAndWhatTheyAre() throws IOException {
    Task task = generated();
    deliver(task);
    Path image = folder.resolve("output").resolve("image");
    assertThat(Files.readAllBytes(image.resolve(task.id() + ".png"))).containsExactly(1, 2, 3);
    String description = Files.readString(image.resolve(task.id() + ".json"));
    assertThat(
            List.of(
                "task_id",
                "modality",
                "prompt",
                "parameters",
                "signed_by",
                "created_at",
                "completed_at"))
        .allSatisfy(key -> assertThat(description).contains("\"" + key + "\""));
  }
}
