package io.gasminer.miner.provenance;

import java.util.HashSet;
import java.util.Optional;

/**
 * Owns what the validators say of one asset, and what they would say of the same bytes with the
 * next version of the library that they read manifests with.
 *
 * @param pinned what counts today
 * @param newer what would count after their next update
 */
public record Sn34Forecast(Sn34Verdict pinned, Sn34Verdict newer) {
  /** Whether the update would turn a pass into a refusal or a refusal into a pass. */
  public boolean turns() {
    return pinned.verified() != newer.verified();
  }

  /** The verdict to come, where it says something else; the order of findings is nothing else. */
  public Optional<Sn34Verdict> change() {
    boolean same =
        pinned.verified() == newer.verified()
            && pinned.signatureValid() == newer.signatureValid()
            && pinned.certIssuer().equals(newer.certIssuer())
            && pinned.claimGenerator().equals(newer.claimGenerator())
            && pinned.origin().equals(newer.origin())
            && new HashSet<>(pinned.validationErrors())
                .equals(new HashSet<>(newer.validationErrors()))
            && (!pinned.validationErrors().isEmpty() || pinned.error().equals(newer.error()));
    return same ? Optional.empty() : Optional.of(newer);
  }
}
