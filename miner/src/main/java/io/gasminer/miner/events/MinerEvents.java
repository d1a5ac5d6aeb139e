package io.gasminer.miner.events;

import java.nio.file.Path;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Owns the words the operator reads: one method per message. Thread-safe. */
public final class MinerEvents {
  private static final Logger LOG = LoggerFactory.getLogger("io.gasminer.miner");

  /** Validators can call. */
  public void started(String version, String hotkey) {
    LOG.atInfo()
        .addKeyValue("event", "miner-started")
        .log("gas-miner {} serves as {}; stop it with Ctrl-C or SIGTERM", version, hotkey);
  }

  /** Something about the configuration that the operator should know but need not act on today. */
  public void note(String text) {
    LOG.atWarn().addKeyValue("event", "note").log("{}", text);
  }

  /** The miner was asked to stop. */
  public void stopping() {
    LOG.atInfo()
        .addKeyValue("event", "miner-stopping")
        .log("stopping: answers are finished, tasks are kept for the next start");
  }

  /** The miner has stopped. */
  public void stopped() {
    LOG.atInfo().addKeyValue("event", "miner-stopped").log("stopped; nothing accepted was lost");
  }

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

  /** The metagraph snapshot was replaced. */
  public void metagraphLoaded(long block, int neurons) {
    LOG.atInfo()
        .addKeyValue("event", "metagraph-loaded")
        .log("metagraph of block {} is in force: {} neurons", block, neurons);
  }

  /** The metagraph snapshot could not be read; the last one stays in force. */
  public void metagraphUnreadable(Path path, String reason) {
    LOG.atWarn()
        .addKeyValue("event", "metagraph-unreadable")
        .log(
            "{} cannot be used: {}. The last snapshot stays in force; mend the file", path, reason);
  }

  /** A challenge was refused because too many tasks wait. */
  public void queueFull(long waiting) {
    LOG.atDebug()
        .addKeyValue("event", "queue-full")
        .log(
            "refused a challenge: {} tasks wait. It earns nothing; see MINER_MAX_QUEUED_TASKS",
            waiting);
  }

  /** A challenge was refused because the database did not take it. */
  public void storeUnavailable(String reason) {
    LOG.atError()
        .addKeyValue("event", "store-unavailable")
        .log(
            "refused a challenge: the database did not take it ({}). Nothing was promised; look at"
                + " disk space and the database",
            reason);
  }
}
