package io.gasminer.c2pa.manifest;

import io.gasminer.c2pa.status.StatusCode;
import io.gasminer.c2pa.status.StatusLog;
import java.util.List;
import java.util.Optional;

/** Owns the check that icons lie in the manifest and are the ones that were referenced. */
final class Icons {
  private Icons() {}

  static void check(Manifest manifest, List<HashedUri> icons, StatusLog log) {
    for (HashedUri icon : icons) {
      AssertionLabel label = AssertionLabel.of(icon.url());
      Optional<Assertion> found = manifest.find(label);
      if (found.isPresent() && !found.get().hashIs(icon.hash())) {
        log.failure(
            StatusCode.ASSERTION_HASHED_URI_MISMATCH,
            icon.url(),
            "hash does not match assertion data: " + icon.url());
      } else if (found.isEmpty() && !manifest.dataBoxes().contains(JumbfUri.lastOf(icon.url()))) {
        log.failure(StatusCode.ASSERTION_MISSING, icon.url(), "could not resolve icon address");
      }
    }
  }
}
