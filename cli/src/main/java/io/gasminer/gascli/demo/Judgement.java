package io.gasminer.gascli.demo;

import java.util.List;
import java.util.Optional;

/**
 * Owns what the validator found in a delivery.
 *
 * @param verified whether the C2PA policy passed
 * @param faults every reason to refuse; empty when it is accepted
 */
record Judgement(
    boolean verified,
    Optional<String> deliveredTier,
    Optional<String> signer,
    Optional<String> signingTime,
    List<String> faults) {

  static Judgement refused(List<String> faults) {
    return new Judgement(false, Optional.empty(), Optional.empty(), Optional.empty(), faults);
  }
}
