package io.gasminer.miner.provenance;

import io.gasminer.miner.task.Media;
import io.gasminer.miner.task.Task;

/** Says before a delivery what the validator will say to it. Thread-safe; no I/O. */
public interface ProvenanceGate {
  /** Judges the media as the answer to the task. */
  GateVerdict judge(Task task, Media media);
}
