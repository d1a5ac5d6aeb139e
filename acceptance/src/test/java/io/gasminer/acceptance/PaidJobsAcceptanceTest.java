package io.gasminer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.gascli.rehearsal.Delivery;
import io.gasminer.testkit.VideoVendor;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaidJobsAcceptanceTest {
  private static final String KEY = "sk-or-never-to-be-seen-0123456789";
  private static final Map<String, Object> SHORT = Map.of("resolution", "720p", "duration", 4);
  private static final byte[] UNSIGNED =
      "\0\0\0\u0018ftypisom nobody signed this".getBytes(StandardCharsets.ISO_8859_1);

  @TempDir private Path temp;

  @Test
  void aJobThatWasPaidForIsFoundAgainAfterEveryCrashAndWhatNobodySignedIsReportedHonestly()
      throws Exception {
    try (VideoVendor vendor = VideoVendor.open();
        Rehearsal rehearsal = Rehearsal.with(temp, settings(vendor))) {
      rehearsal.startMiner();
      List<String> tasks =
          List.of(
              challenge(rehearsal, "dunes"),
              challenge(rehearsal, "a harbour"),
              challenge(rehearsal, "snow"));
      awaitLooks(vendor, Map.of(), "job-1", "job-2", "job-3");
      Map<String, String> jobs = jobs(rehearsal, tasks);
      for (int crash = 0; crash < 2; crash++) {
        rehearsal.killMiner();
        Map<String, Integer> before = vendor.looks();
        rehearsal.startMiner();
        awaitLooks(vendor, before, "job-1", "job-2", "job-3");
        assertThat(jobs(rehearsal, tasks)).isEqualTo(jobs);
      }
      vendor.finish(UNSIGNED);
      rehearsal.awaitDeliveries(Duration.ofMinutes(2), tasks);
      for (String task : tasks) {
        assertThat(noticeOf(rehearsal, task)).contains("C2PA");
        assertThat(Rehearsal.hasItsReceipt(rehearsal.miner(), task)).isTrue();
        assertThat(rehearsal.receiver().arrivals(task)).isEqualTo(1);
      }
      assertThat(vendor.sold())
          .extracting(job -> job.path("prompt").asString(""))
          .containsExactlyInAnyOrder("dunes", "a harbour", "snow");
      assertThat(vendor.authorizations()).containsExactly("Bearer " + KEY);
      assertThat(rehearsal.stopMiner()).isZero();
      assertThat(rehearsal.miner().mistakes()).isEmpty();
      assertThat(rehearsal.miner().log() + rehearsal.miner().console())
          .contains("job-1")
          .doesNotContain(KEY);
    }
  }

  @Test
  void aJobThatADeadNodePaidForIsAwaitedByTheOtherNode() throws Exception {
    try (EmbeddedPostgres database = EmbeddedPostgres.builder().start();
        VideoVendor vendor = VideoVendor.open()) {
      Map<String, String> settings = new HashMap<>(settings(vendor));
      settings.put(
          "MINER_DATABASE_URL",
          "jdbc:postgresql://localhost:%d/postgres?user=postgres".formatted(database.getPort()));
      try (Rehearsal rehearsal = Rehearsal.with(temp, settings)) {
        rehearsal.startMiner();
        String task = challenge(rehearsal, "dunes");
        awaitLooks(vendor, Map.of(), "job-1");
        Node other = rehearsal.anotherNode(settings);
        rehearsal.start(other);
        rehearsal.killMiner();
        awaitLooks(vendor, vendor.looks(), "job-1");
        assertThat(other.status(task).path("checkpoint").path("job_id").asString(""))
            .isEqualTo("job-1");
        vendor.finish(UNSIGNED);
        rehearsal.awaitDeliveries(Duration.ofMinutes(2), List.of(task));
        assertThat(noticeOf(rehearsal, task)).contains("C2PA");
        assertThat(Rehearsal.hasItsReceipt(other, task)).isTrue();
        assertThat(vendor.sold()).hasSize(1);
        assertThat(other.tasks("job-resumed")).containsExactly(task);
        assertThat(other.stop()).isZero();
        assertThat(other.mistakes()).isEmpty();
        assertThat(other.log() + other.console()).doesNotContain(KEY);
      }
    }
  }

  private static Map<String, String> settings(VideoVendor vendor) {
    return Map.of(
        "IMAGE_SERVICE", "none",
        "VIDEO_SERVICE", "openrouter",
        "OPEN_ROUTER_API_KEY", KEY,
        "OPEN_ROUTER_BASE_URL", vendor.base(),
        "BT_LOGGING_LEVEL", "trace");
  }

  private static String challenge(Rehearsal rehearsal, String prompt) throws InterruptedException {
    return rehearsal.challenge(rehearsal.miner(), "video", prompt, SHORT).orElseThrow();
  }

  /** Until each of the jobs has been looked at once more. */
  private static void awaitLooks(VideoVendor vendor, Map<String, Integer> before, String... jobs)
      throws InterruptedException {
    Rehearsal.await(
        "every job is looked at",
        Duration.ofSeconds(90),
        () ->
            Stream.of(jobs)
                .allMatch(
                    job -> vendor.looks().getOrDefault(job, 0) > before.getOrDefault(job, 0)));
  }

  private static Map<String, String> jobs(Rehearsal rehearsal, List<String> tasks)
      throws IOException, InterruptedException {
    Map<String, String> jobs = new HashMap<>();
    for (String task : tasks) {
      jobs.put(task, rehearsal.status(task).path("checkpoint").path("job_id").asString(""));
    }
    assertThat(jobs.values()).containsExactlyInAnyOrder("job-1", "job-2", "job-3");
    return jobs;
  }

  private static String noticeOf(Rehearsal rehearsal, String task) throws InterruptedException {
    return rehearsal
        .receiver()
        .await(task, Duration.ZERO)
        .flatMap(Delivery::failure)
        .orElse("(media)");
  }
}
