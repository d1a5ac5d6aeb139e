package io.gasminer.miner.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookStatsTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_795_425_661);
  private static final String RECEIVER = "1.1.1.1:10525";

  private final WebhookStats stats = new WebhookStats();

  @Test
  void failuresAreCountedInTheKnownMinersCategories() {
    answered(400, "C2PA verification failed");
    answered(400, "Empty binary payload");
    answered(401, "{\"detail\": \"x\"}");
    answered(404, "");
    answered(500, "");
    answered(502, "");
    answered(200, "Task not found in current session");
    stats.unreachable(RECEIVER, new SocketTimeoutException("slow"), NOW);
    stats.unreachable(RECEIVER, new ConnectException("refused"), NOW);
    stats.unreachable(RECEIVER, new IOException("reset"), NOW);
    assertThat(stats.snapshot())
        .hasEntrySatisfying(
            RECEIVER,
            counts ->
                assertThat(counts.failures())
                    .isEqualTo(
                        Map.of(
                            "http_400", 1L,
                            "empty_payload", 1L,
                            "http_401", 1L,
                            "http_404", 1L,
                            "http_500", 1L,
                            "http_other", 1L,
                            "unknown", 1L,
                            "connection_timeout", 1L,
                            "connection_error", 2L)));
  }

  @Test
  void whatTheValidatorHasIsASuccess() {
    answered(200, "Binary content received");
    answered(200, "Failure recorded");
    answered(200, "Task already processed");
    assertThat(stats.snapshot())
        .hasEntrySatisfying(
            RECEIVER,
            counts -> {
              assertThat(counts.successes()).isEqualTo(3);
              assertThat(counts.failures()).isEmpty();
              assertThat(counts.lastSuccess()).isEqualTo(NOW);
            });
  }

  @Test
  void aFloodOfNamesIsNoFloodOfMemory() {
    for (int i = 0; i < 5_000; i++) {
      stats.unreachable("host-" + i, new IOException("x".repeat(10_000)), NOW);
    }
    assertThat(stats.snapshot()).hasSizeLessThanOrEqualTo(1_001).containsKey("others");
    assertThat(stats.snapshot().values())
        .allSatisfy(counts -> assertThat(counts.lastReason()).hasSizeLessThanOrEqualTo(300));
  }

  private void answered(int status, String words) {
    stats.answered(RECEIVER, status, Answer.of(status, words), words, NOW);
  }
}
