package io.gasminer.miner.events;

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
}
