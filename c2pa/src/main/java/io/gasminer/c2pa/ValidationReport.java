package io.gasminer.c2pa;

import io.gasminer.c2pa.asset.MediaType;
import io.gasminer.c2pa.manifest.Validated;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Owns what a validation tells of an asset's manifest store.
 *
 * @param manifests in their order; the last is the active one
 */
public record ValidationReport(
    MediaType mediaType, List<ManifestReport> manifests, ValidationResults results) {
  public ValidationReport {
    manifests = List.copyOf(manifests);
  }

  /** The active manifest. */
  public ManifestReport active() {
    return manifests.getLast();
  }

  /** The verdict. */
  public ValidationState state() {
    return results.state();
  }

  /** The report in JSON, with the names that the validators' reader uses. */
  public ObjectNode json() {
    return StoreJson.of(this);
  }

  static ValidationReport of(MediaType mediaType, Validated.Checked checked) {
    List<ManifestReport> manifests =
        checked.store().manifests().stream()
            .map(
                manifest ->
                    ManifestReport.of(
                        manifest,
                        Optional.ofNullable(checked.signers().get(manifest.label()))
                            .map(SignatureInfo::of)))
            .toList();
    return new ValidationReport(mediaType, manifests, ValidationResults.of(checked.findings()));
  }
}
