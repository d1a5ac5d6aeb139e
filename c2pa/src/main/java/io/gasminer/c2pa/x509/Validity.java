package io.gasminer.c2pa.x509;

import java.time.Instant;
import java.util.Optional;

/**
 * Owns the instants that certificates are judged at.
 *
 * @param stamped what a time-stamp that counts says of the signature
 * @param now when the judgement is made
 * @param wholeChain whether all of a chain must be valid at that instant; otherwise only what lies
 *     above the anchor's child, and only when it was stamped
 */
public record Validity(Optional<Instant> stamped, Instant now, boolean wholeChain) {
  /** Of the chain nothing is asked when nothing was stamped. */
  public Validity(Optional<Instant> stamped, Instant now) {
    this(stamped, now, false);
  }

  /** Where the signing certificate must be valid: when it was stamped, otherwise now. */
  public Instant instant() {
    return stamped.orElse(now);
  }
}
