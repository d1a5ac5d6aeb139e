package io.gasminer.c2pa.manifest;

import io.gasminer.c2pa.cose.SignatureVerdict;
import java.time.Instant;
import java.util.Optional;

/** Owns the trust and the clock by which signatures are judged. */
public interface Signatures {
  /** Judges a manifest's signature; a time from a time-stamp assertion goes before its own. */
  SignatureVerdict judge(Manifest manifest, Optional<Instant> stamped);

  /** The time that a time-stamp over the manifest's signature gives, where it counts. */
  Optional<Instant> time(Manifest manifest, byte[] token);
}
