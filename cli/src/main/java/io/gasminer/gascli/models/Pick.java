package io.gasminer.gascli.models;

import io.gasminer.miner.audit.PendingSample;
import io.gasminer.miner.audit.Sample;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Owns one model that shall be audited, and what is to be done about it.
 *
 * @param pending what an earlier audit began
 * @param cost what it may cost now, in US dollars; zero where nothing is bought
 * @param why it is left out; empty where it is not
 */
record Pick(
    Sample sample,
    Optional<PendingSample> pending,
    Fate fate,
    BigDecimal cost,
    Optional<String> why) {
  /** What is done. */
  enum Fate {
    /** A sample is asked for. */
    BUY,
    /** The job of an earlier audit is waited for; nothing is bought. */
    RESUME,
    /** Nothing is done. */
    LEAVE_OUT
  }

  String model() {
    return sample.row().card().model();
  }

  String service() {
    return sample.row().card().provider();
  }

  /** The tier that it is made at, in the catalogue's words. */
  String tier() {
    return pending.map(PendingSample::tier).orElseGet(() -> sample.order().tier());
  }

  static Pick leftOut(Sample sample, String why) {
    return new Pick(sample, Optional.empty(), Fate.LEAVE_OUT, BigDecimal.ZERO, Optional.of(why));
  }
}
