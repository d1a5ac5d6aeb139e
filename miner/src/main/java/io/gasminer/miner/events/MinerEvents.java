package io.gasminer.miner.events;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Owns the words the operator reads: one method per message. Thread-safe. */
public final class MinerEvents {
  private static final Logger LOG = LoggerFactory.getLogger("io.gasminer.miner");

  /** A task was accepted and is on disk. */
  public void taskAccepted(String taskId, String modality, String signedBy) {
    LOG.atInfo()
        .addKeyValue("event", "task-accepted")
        .addKeyValue("task", taskId)
        .log("accepted {} challenge from {}", modality, signedBy);
  }

  /** How deliveries to one receiver have fared since the start. */
  public void deliveryStatistics(
      String receiver, long successes, Map<String, Long> failures, String lastReason) {
    LOG.atInfo()
        .addKeyValue("event", "delivery-statistics")
        .log(
            "{}: {} delivered, failures {}{}",
            receiver,
            successes,
            failures.isEmpty() ? "none" : failures,
            lastReason.isEmpty() ? "" : ", last: " + lastReason);
  }
}
