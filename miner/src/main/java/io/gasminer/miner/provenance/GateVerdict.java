package io.gasminer.miner.provenance;

import java.util.List;
import java.util.Map;

/** What the validators would say to a result. */
public sealed interface GateVerdict {
  /**
   * They would take it.
   *
   * @param facts what the manifest tells (signer, signing time, delivered tier, …), for the receipt
   * @param warnings what the operator should know though it passes
   */
  record Passed(Map<String, String> facts, List<String> warnings) implements GateVerdict {}

  /**
   * They would refuse it, so it is not delivered as a success.
   *
   * @param reason the validator's words
   * @param advice what the operator can do so that the next one passes
   */
  record Refused(String reason, String advice) implements GateVerdict {}
}
