package io.gasminer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.miner.task.Pause;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopAcceptanceTest {
  private static final int SENDERS = 4;

  @TempDir private Path temp;

  @Test
  void aStopInTheMiddleOfTheLoadCutsNoAnswerAndForgetsNoTask() throws Exception {
    ConcurrentLinkedQueue<String> answered = new ConcurrentLinkedQueue<>();
    AtomicBoolean over = new AtomicBoolean();
    try (Rehearsal rehearsal = Rehearsal.with(temp, Map.of("MINER_MAX_CONCURRENT_TASKS", "2"));
        ExecutorService load = Executors.newVirtualThreadPerTaskExecutor()) {
      rehearsal.startMiner();
      List<Future<Void>> senders = new ArrayList<>();
      for (int sender = 0; sender < SENDERS; sender++) {
        senders.add(load.submit(() -> challengeUntil(over, rehearsal, answered)));
      }
      Rehearsal.await("load", Duration.ofMinutes(1), () -> answered.size() >= 5 * SENDERS);
      assertThat(rehearsal.stopMiner()).isZero();
      over.set(true);
      for (Future<Void> sender : senders) {
        sender.get();
      }
      assertThat(rehearsal.miner().tasks("task-accepted"))
          .as("whoever was taken has heard it")
          .containsExactlyInAnyOrderElementsOf(answered);
      rehearsal.startMiner();
      rehearsal.awaitDeliveries(Duration.ofMinutes(2), List.copyOf(answered));
      assertThat(rehearsal.tasksThatBoughtAJob()).doesNotHaveDuplicates();
      assertThat(rehearsal.stopMiner()).isZero();
      assertThat(rehearsal.miner().mistakes()).isEmpty();
    }
  }

  private static Void challengeUntil(
      AtomicBoolean over, Rehearsal rehearsal, ConcurrentLinkedQueue<String> answered)
      throws InterruptedException {
    while (!over.get()) {
      rehearsal.challenge("image", Rehearsal.SMALL).ifPresent(answered::add);
      Pause.real().forAbout(Duration.ofMillis(20));
    }
    return null;
  }
}
