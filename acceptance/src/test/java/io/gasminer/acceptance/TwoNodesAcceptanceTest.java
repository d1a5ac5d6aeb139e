package io.gasminer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.gascli.rehearsal.Delivery;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoNodesAcceptanceTest {
  private static final String PASSWORD = "s3cr3t-of-the-database";

  @TempDir private Path temp;

  @Test
  void whatADeadNodeLeavesIsFinishedByTheOtherAndNoJobIsBoughtAgain() throws Exception {
    try (EmbeddedPostgres database = EmbeddedPostgres.builder().start()) {
      Map<String, String> settings =
          Map.of(
              "MINER_DATABASE_URL",
              "jdbc:postgresql://localhost:%d/postgres?user=postgres&password=%s"
                  .formatted(database.getPort(), PASSWORD),
              "SANDBOX_LATENCY",
              "6",
              "MINER_MAX_CONCURRENT_TASKS",
              "4");
      try (Rehearsal rehearsal = Rehearsal.with(temp, settings)) {
        rehearsal.startMiner();
        Node dies = rehearsal.miner();
        Node lives = rehearsal.anotherNode(settings);
        rehearsal.start(lives);
        List<String> accepted = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
          accepted.add(challenge(rehearsal, dies, i));
          accepted.add(challenge(rehearsal, lives, i));
        }
        Rehearsal.await(
            "both nodes have work in hand",
            Duration.ofSeconds(60),
            () -> dies.tasks("job-accepted").size() > 1 && !lives.tasks("job-accepted").isEmpty());
        dies.kill();
        accepted.add(challenge(rehearsal, lives, 6));
        rehearsal.awaitDeliveries(Duration.ofMinutes(3), accepted);
        assertThat(accepted).allMatch(task -> isMedia(rehearsal, task));
        assertThat(accepted).allMatch(task -> Rehearsal.hasItsReceipt(lives, task));
        assertNothingWasBoughtTwice(dies, lives);
        assertThat(dies.mistakes()).isEmpty();
        assertThat(lives.mistakes()).isEmpty();
        assertThat(lives.tasks("job-resumed")).as("paid jobs that were taken over").isNotEmpty();
        assertThat(List.of(dies.log(), lives.log(), dies.console(), lives.console()))
            .allSatisfy(text -> assertThat(text).doesNotContain(PASSWORD));
      }
    }
  }

  // The sandbox sells a task's job once per node. A node that dies between the request and the
  // ticket leaves nothing that the other could find; it says so, and only then buys.
  private static void assertNothingWasBoughtTwice(Node dies, Node lives) {
    assertThat(dies.tasksThatBoughtAJob()).doesNotHaveDuplicates();
    assertThat(lives.tasksThatBoughtAJob()).doesNotHaveDuplicates();
    assertThat(lives.tasksThatBoughtAJob())
        .as("a ticket that was stored is never bought again")
        .doesNotContainAnyElementsOf(dies.tasks("job-accepted"));
    Set<String> onBoth = new HashSet<>(dies.tasksThatBoughtAJob());
    onBoth.retainAll(lives.tasksThatBoughtAJob());
    assertThat(lives.tasks("submission-uncertain")).containsAll(onBoth);
  }

  private static String challenge(Rehearsal rehearsal, Node node, int number)
      throws InterruptedException {
    return rehearsal.challenge(node, "image", "kite " + number, Rehearsal.SMALL).orElseThrow();
  }

  private static boolean isMedia(Rehearsal rehearsal, String task) {
    try {
      return rehearsal.receiver().await(task, Duration.ZERO).flatMap(Delivery::failure).isEmpty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
