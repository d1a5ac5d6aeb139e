package io.gasminer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.miner.task.Pause;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashAcceptanceTest {
  private static final Map<String, String> SETTINGS =
      Map.of("SANDBOX_LATENCY", "0.3", "MINER_MAX_CONCURRENT_TASKS", "8");
  private static final Map<String, Object> SMALL = Map.of("resolution", "1K", "format", "jpeg");
  private static final int KILLS = 10;
  private static final int SENDERS = 3;

  @TempDir private Path temp;

  @Test
  void everyAcceptedTaskIsDeliveredOnceThoughTheMinerIsKilledTenTimes() throws Exception {
    Random moments = new Random(34);
    ConcurrentLinkedQueue<String> accepted = new ConcurrentLinkedQueue<>();
    AtomicBoolean over = new AtomicBoolean();
    try (Rehearsal rehearsal = Rehearsal.with(temp, SETTINGS);
        ExecutorService load = Executors.newVirtualThreadPerTaskExecutor()) {
      rehearsal.startMiner();
      List<Future<Void>> senders = new ArrayList<>();
      for (int sender = 0; sender < SENDERS; sender++) {
        senders.add(load.submit(() -> challengeUntil(over, rehearsal, accepted)));
      }
      for (int kill = 0; kill < KILLS; kill++) {
        Pause.real().forAbout(Duration.ofMillis(300 + moments.nextInt(1_700)));
        rehearsal.killMiner();
        rehearsal.startMiner();
      }
      over.set(true);
      for (Future<Void> sender : senders) {
        sender.get();
      }
      Rehearsal.await(
          "every accepted task is delivered",
          Duration.ofMinutes(2),
          () -> accepted.stream().allMatch(rehearsal::isDelivered));
      assertThat(accepted).hasSizeGreaterThan(KILLS);
      assertThat(rehearsal.tasksThatBoughtAJob()).doesNotHaveDuplicates();
      assertThat(rehearsal.tasksThatBoughtAJob()).containsAll(accepted);
      assertThat(new HashSet<>(accepted)).allMatch(task -> hasItsReceipt(rehearsal, task));
    }
  }

  private static Void challengeUntil(
      AtomicBoolean over, Rehearsal rehearsal, ConcurrentLinkedQueue<String> accepted)
      throws InterruptedException {
    while (!over.get()) {
      rehearsal.challenge("image", SMALL).ifPresent(accepted::add);
      Pause.real().forAbout(Duration.ofMillis(250));
    }
    return null;
  }

  // The answer may have been lost with the process; then the next attempt hears that it was taken.
  private static boolean hasItsReceipt(Rehearsal rehearsal, String task) {
    try {
      Rehearsal.await(
          "the receipt of task " + task,
          Duration.ofMinutes(1),
          () -> List.of("recorded", "already-processed").contains(lastOutcome(rehearsal, task)));
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String lastOutcome(Rehearsal rehearsal, String task) {
    try {
      var deliveries = rehearsal.status(task).path("deliveries");
      return deliveries.path(deliveries.size() - 1).path("outcome").asString("");
    } catch (IOException | InterruptedException unreachable) {
      return "";
    }
  }
}
