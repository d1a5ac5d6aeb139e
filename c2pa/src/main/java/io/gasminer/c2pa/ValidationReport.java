package io.gasminer.c2pa;

import io.gasminer.c2pa.asset.MediaType;
import io.gasminer.c2pa.manifest.Manifest;
import io.gasminer.c2pa.manifest.Validated;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    Map<String, ManifestReport> manifests = new LinkedHashMap<>();
    for (Manifest manifest : checked.store().manifests()) {
      // Of manifests with one label the last counts.
      manifests.remove(manifest.label());
      manifests.put(manifest.label(), of(manifest, checked));
    }
    return new ValidationReport(
        mediaType, List.copyOf(manifests.values()), ValidationResults.of(checked.findings()));
  }

  private static ManifestReport of(Manifest manifest, Validated.Checked checked) {
    if (checked.hidden().contains(manifest.label())) {
      return ManifestReport.hidden(manifest.label(), manifest.claim().version());
    }
    return ManifestReport.of(
        manifest,
        Optional.ofNullable(checked.signers().get(manifest.label())).map(SignatureSummary::of));
  }
}
