package io.gasminer.miner.provenance;

import io.gasminer.c2pa.ManifestReport;
import io.gasminer.c2pa.ValidationReport;
import java.util.Set;

/** Owns the question whether any manifest says that a trained model took part. */
final class AiSource {
  private static final String IPTC = "http://cv.iptc.org/newscodes/digitalsourcetype/";
  private static final Set<String> TYPES =
      Set.of(
          "trainedAlgorithmicMedia",
          IPTC + "trainedAlgorithmicMedia",
          "compositeWithTrainedAlgorithmicMedia",
          IPTC + "compositeWithTrainedAlgorithmicMedia");

  private AiSource() {}

  static boolean isNamedIn(ValidationReport report) {
    return report.manifests().stream().anyMatch(AiSource::isNamedIn);
  }

  private static boolean isNamedIn(ManifestReport manifest) {
    return manifest.assertions().stream().anyMatch(item -> item.label().startsWith("c2pa.ai"))
        || manifest.digitalSourceTypes().stream().anyMatch(TYPES::contains);
  }
}
