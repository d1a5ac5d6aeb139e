package io.gasminer.miner.events;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Owns the words on the file of delivery statistics. Thread-safe. */
public final class StatsEvents {
  private static final Logger LOG = LoggerFactory.getLogger("io.gasminer.miner");

  /** The figures of an earlier life could not be read. */
  public void statsUnreadable(Path file, String reason) {
    LOG.atWarn()
        .addKeyValue("event", "delivery-statistics-unreadable")
        .log(
            "{} cannot be read ({}); today's figures begin again. No delivery is lost",
            file,
            reason);
  }

  /** The figures could not be written. */
  public void statsNotWritten(Path file, String reason) {
    LOG.atWarn()
        .addKeyValue("event", "delivery-statistics-not-written")
        .log(
            "{} cannot be written ({}); the figures stay in memory. Look at disk space and at the"
                + " folder's permissions",
            file,
            reason);
  }
}
