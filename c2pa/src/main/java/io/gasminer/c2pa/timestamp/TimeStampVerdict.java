package io.gasminer.c2pa.timestamp;

import io.gasminer.c2pa.x509.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Owns what came of judging a time-stamp.
 *
 * @param time what it says, where it counts
 * @param findings in the order they were made
 */
public record TimeStampVerdict(Optional<Instant> time, List<Finding> findings) {
  public TimeStampVerdict {
    findings = List.copyOf(findings);
  }
}
