package io.gasminer.c2pa.x509;

import java.time.Instant;
import java.util.Optional;

/**
 * Owns the instants that certificates are judged at.
 *
 * @param stamped what a time-stamp that counts says of the signature
 * @param now when the judgement is made
 */
public record Validity(Optional<Instant> stamped, Instant now) {
  /** Where the signing certificate must be valid: when it was stamped, otherwise now. */
  public Instant instant() {
    return stamped.orElse(now);
  }
}
