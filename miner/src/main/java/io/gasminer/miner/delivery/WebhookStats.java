package io.gasminer.miner.delivery;

import io.gasminer.miner.events.MinerEvents;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Owns how deliveries fared, by receiver (host and port) and in the known miner's categories.
 *
 * <p>Thread-safe.
 */
public final class WebhookStats {
  private static final int MOST_RECEIVERS = 1_000;

  private final Map<String, Receiver> receivers = new TreeMap<>();

  /** The counts of one receiver; {@code failures} by category. */
  static final class Receiver {
    private long successes;
    private final Map<String, Long> failures = new TreeMap<>();
    private String lastReason = "";
    private Instant lastSuccess = Instant.EPOCH;
    private Instant lastFailure = Instant.EPOCH;
  }

  /** What the log and the file show of one receiver. */
  public record Snapshot(
      long successes,
      Map<String, Long> failures,
      String lastReason,
      Instant lastSuccess,
      Instant lastFailure) {}

  synchronized void answered(String receiver, int status, Answer answer, String words, Instant at) {
    Receiver counts = of(receiver);
    if (answer == Answer.RECORDED
        || answer == Answer.FAILURE_RECORDED
        || answer == Answer.ALREADY_PROCESSED) {
      counts.successes++;
      counts.lastSuccess = at;
      return;
    }
    failed(counts, category(status, words), words, at);
  }

  synchronized void unreachable(String receiver, IOException why, Instant at) {
    String category =
        why instanceof InterruptedIOException ? "connection_timeout" : "connection_error";
    failed(of(receiver), category, String.valueOf(why.getMessage()), at);
  }

  /** The counts of every receiver. */
  public synchronized Map<String, Snapshot> snapshot() {
    Map<String, Snapshot> all = new TreeMap<>();
    receivers.forEach(
        (name, counts) ->
            all.put(
                name,
                new Snapshot(
                    counts.successes,
                    Map.copyOf(counts.failures),
                    counts.lastReason,
                    counts.lastSuccess,
                    counts.lastFailure)));
    return all;
  }

  /** Puts the counts of an earlier life of the process in the place of these. */
  synchronized void restore(Map<String, Snapshot> earlier) {
    receivers.clear();
    earlier.forEach(
        (name, known) -> {
          Receiver counts = of(name);
          counts.successes += known.successes();
          known.failures().forEach((kind, count) -> counts.failures.merge(kind, count, Long::sum));
          counts.lastReason = known.lastReason();
          counts.lastSuccess = known.lastSuccess();
          counts.lastFailure = known.lastFailure();
        });
  }

  /** Says the counts so far, one line a receiver. */
  public void report(MinerEvents events) {
    snapshot()
        .forEach(
            (name, counts) ->
                events.deliveryStatistics(
                    name, counts.successes(), counts.failures(), counts.lastReason()));
  }

  private Receiver of(String receiver) {
    // Receivers come from requests; a flood of names must not become a flood of memory.
    String key =
        receivers.containsKey(receiver) || receivers.size() < MOST_RECEIVERS ? receiver : "others";
    return receivers.computeIfAbsent(key, name -> new Receiver());
  }

  private static void failed(Receiver counts, String category, String reason, Instant at) {
    counts.failures.merge(category, 1L, Long::sum);
    counts.lastReason = reason.length() <= 300 ? reason : reason.substring(0, 300);
    counts.lastFailure = at;
  }

  private static String category(int status, String words) {
    if (words.contains("Empty binary payload")) {
      return "empty_payload";
    }
    return switch (status) {
      case 200 -> "unknown";
      case 400, 401, 404, 500 -> "http_" + status;
      default -> "http_other";
    };
  }
}
