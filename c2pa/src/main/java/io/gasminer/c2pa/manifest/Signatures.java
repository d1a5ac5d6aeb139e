package io.gasminer.c2pa.manifest;

import io.gasminer.c2pa.cose.SignatureVerdict;
import io.gasminer.c2pa.rules.ReaderRules;
import java.time.Instant;
import java.util.Optional;

/** Owns the trust, the rules and the clock by which signatures are judged. */
public interface Signatures {
  /** The rules, which go for the whole store. */
  ReaderRules rules();

  /** Judges a manifest's signature; a time from a time-stamp assertion goes before its own. */
  SignatureVerdict judge(Manifest manifest, Optional<Instant> stamped);

  /** Whether the signature of a named actor, a COSE_Sign1, is over that payload. */
  boolean isOver(byte[] payload, byte[] identitySignature);

  /** The time that a time-stamp over the manifest's signature gives, where it counts. */
  Optional<Instant> time(Manifest manifest, byte[] token);
}
