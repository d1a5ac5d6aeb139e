package io.gasminer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.miner.task.Pause;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiverAcceptanceTest {
  @TempDir private Path temp;

  @Test
  void nothingIsLostWhileTheReceiverIsAwayForThirtySeconds() throws Exception {
    try (Rehearsal rehearsal =
        Rehearsal.with(
            temp, Map.of("MINER_MAX_CONCURRENT_TASKS", "10", "MINER_WEBHOOK_RETRY_DELAY", "1"))) {
      rehearsal.startMiner();
      int port = rehearsal.receiverGoesAway();
      List<String> tasks = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        tasks.add(rehearsal.challenge("image", Rehearsal.SMALL).orElseThrow());
      }
      Pause.real().forAbout(Duration.ofSeconds(30));
      rehearsal.receiverComesBack(port, tasks);
      rehearsal.awaitDeliveries(Duration.ofSeconds(90), tasks);
      assertThat(tasks).allMatch(task -> rehearsal.receiver().arrivals(task) == 1);
    }
  }

  @Test
  void aMinerThatIsAskedToStopKeepsItsTasksForTheNextStart() throws Exception {
    try (Rehearsal rehearsal = Rehearsal.with(temp, Map.of("SANDBOX_LATENCY", "3"))) {
      rehearsal.startMiner();
      List<String> tasks = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        tasks.add(rehearsal.challenge("image", Rehearsal.SMALL).orElseThrow());
      }
      assertThat(rehearsal.stopMiner()).isZero();
      assertThat(tasks).noneMatch(rehearsal::isDelivered);
      rehearsal.startMiner();
      rehearsal.awaitDeliveries(Duration.ofMinutes(1), tasks);
      assertThat(rehearsal.tasksThatBoughtAJob()).doesNotHaveDuplicates();
      assertThat(rehearsal.miner().mistakes()).isEmpty();
    }
  }
}
