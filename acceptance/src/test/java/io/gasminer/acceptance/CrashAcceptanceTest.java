package io.gasminer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.miner.task.Pause;
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
      rehearsal.awaitDeliveries(Duration.ofMinutes(2), List.copyOf(accepted));
      assertThat(rehearsal.miner().mistakes()).isEmpty();
      assertThat(accepted).hasSizeGreaterThan(KILLS);
      assertThat(rehearsal.tasksThatBoughtAJob()).doesNotHaveDuplicates();
      assertThat(rehearsal.tasksThatBoughtAJob()).containsAll(accepted);
      assertThat(new HashSet<>(accepted))
          .allMatch(task -> Rehearsal.hasItsReceipt(rehearsal.miner(), task));
    }
  }

  private static Void challengeUntil(
      AtomicBoolean over, Rehearsal rehearsal, ConcurrentLinkedQueue<String> accepted)
      throws InterruptedException {
    while (!over.get()) {
      rehearsal.challenge("image", Rehearsal.SMALL).ifPresent(accepted::add);
      Pause.real().forAbout(Duration.ofMillis(250));
    }
    return null;
  }
}
