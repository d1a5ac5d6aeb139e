package io.gasminer.bittensor.subtensor;

import java.util.Optional;

/** Owns what came of preparing an extrinsic. */
public sealed interface Prepared {
  /** It waits for a signature. */
  record Ready(UnsignedExtrinsic extrinsic) implements Prepared {}

  /**
   * The runtime asks for something that is not known here, or the call does not fit it: nothing can
   * be submitted to this runtime before the program learns it. The reason is for people.
   */
  record Refused(String reason) implements Prepared {}

  /** The extrinsic, where it could be prepared. */
  default Optional<UnsignedExtrinsic> found() {
    return this instanceof Ready ready ? Optional.of(ready.extrinsic()) : Optional.empty();
  }
}
