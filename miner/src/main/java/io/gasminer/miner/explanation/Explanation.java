package io.gasminer.miner.explanation;

import io.gasminer.c2pa.ReadResult;
import io.gasminer.c2pa.ValidationReport;
import io.gasminer.miner.provenance.AnchorSet;
import io.gasminer.miner.provenance.AnchorWatch;
import io.gasminer.miner.provenance.PolicyWalk;
import io.gasminer.miner.provenance.Sn34Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Owns all that can be told of the verdict on one file.
 *
 * @param mediaType by its magic bytes; empty where there is no report
 * @param state the specification's own verdict, which the policy does not ask for
 * @param manifests the active one first
 * @param walk every rule of the policy, and the verdict
 * @param causes why it is refused, the weightiest first; empty when it passes
 * @param anchorEnd the end of the anchor that the active manifest leads to, where it is near
 */
public record Explanation(
    Optional<String> mediaType,
    Optional<String> state,
    List<ManifestOutline> manifests,
    PolicyWalk walk,
    List<Cause> causes,
    Optional<AnchorWatch.Ending> anchorEnd) {
  public Explanation {
    manifests = List.copyOf(manifests);
    causes = List.copyOf(causes);
  }

  /**
   * Explains.
   *
   * @param sets the sets of anchors that are known, those in force first
   * @param now the instant that the file was judged at
   */
  public static Explanation of(
      ReadResult read, PolicyWalk walk, List<AnchorSet> sets, SigningModels models, Instant now) {
    Optional<ValidationReport> report =
        read instanceof ReadResult.Report(ValidationReport found)
            ? Optional.of(found)
            : Optional.empty();
    List<ManifestOutline> manifests =
        report.map(found -> new OutlineReading(found, sets, now).manifests()).orElse(List.of());
    return new Explanation(
        report.map(found -> found.mediaType().mime()),
        report.map(found -> found.state().text()),
        manifests,
        walk,
        new CauseFinding(walk, manifests, models, now).causes(read),
        report.flatMap(found -> AnchorEnds.of(found, now)));
  }

  /** What was refused or passed. */
  public Sn34Verdict verdict() {
    return walk.verdict();
  }
}
