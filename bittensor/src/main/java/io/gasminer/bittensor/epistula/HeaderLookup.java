package io.gasminer.bittensor.epistula;

import java.util.Optional;

/** How a verifier reads a request's headers, whatever server received them. */
@FunctionalInterface
public interface HeaderLookup {
  /** The first value of the header, whose name is compared without case; empty when absent. */
  Optional<String> first(String name);
}
