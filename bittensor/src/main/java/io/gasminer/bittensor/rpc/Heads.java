package io.gasminer.bittensor.rpc;

import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Owns how high the chain has been seen, and how long ago the connection last brought a higher
 * block.
 *
 * <p>Only height counts as life: a node that repeats itself is as dead as a silent one.
 * Thread-safe.
 */
final class Heads {
  private static final int MOST_DIGITS = 15;

  private final NodeClock clock;
  private Optional<NodeHealth.Head> head = Optional.empty();
  private long highest;
  private Duration progress;

  Heads(NodeClock clock) {
    this.clock = clock;
    this.progress = clock.elapsed();
  }

  /** Another connection begins, whose node may be some blocks behind. */
  synchronized void startOver() {
    highest = -1;
    progress = clock.elapsed();
  }

  /** Takes a header. */
  synchronized void see(JsonNode header) {
    long number = numberOf(header).orElse(-1L);
    if (number > highest) {
      highest = number;
      progress = clock.elapsed();
      head = Optional.of(new NodeHealth.Head(number, clock.instant()));
    }
  }

  synchronized Duration silence() {
    return clock.elapsed().minus(progress);
  }

  synchronized Optional<NodeHealth.Head> head() {
    return head;
  }

  /** The number of the header's block ({@code "0x2d"}), unless it is no header. */
  static Optional<Long> numberOf(JsonNode header) {
    String text = header.path("number").asString("");
    return text.matches("0x[0-9a-fA-F]{1," + MOST_DIGITS + "}")
        ? Optional.of(Long.parseLong(text, 2, text.length(), 16))
        : Optional.empty();
  }
}
