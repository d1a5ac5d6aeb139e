package io.gasminer.miner.events;

import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Owns the words about whom the validators trust. Thread-safe. */
public final class TrustEvents {
  private static final Logger LOG = LoggerFactory.getLogger("io.gasminer.miner.trust");

  /** An anchor that the configured models lead to has ended, or is about to. */
  public void anchorEnds(String anchor, LocalDate ends, long daysLeft) {
    LOG.atWarn()
        .addKeyValue("event", "anchor-ends")
        .addKeyValue("ends", ends)
        .addKeyValue("days_left", daysLeft)
        .log(
            "the validators' anchor {}, which a configured model may sign under, {} on {}. The"
                + " provider must move to another one, and validators refuse its media until they"
                + " hold that. Next step: watch the gate's verdicts, and have another model ready"
                + " (docs/providers.md)",
            anchor,
            daysLeft < 0 ? "ended" : "ends",
            ends);
  }
}
