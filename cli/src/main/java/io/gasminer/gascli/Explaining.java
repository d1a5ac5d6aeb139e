package io.gasminer.gascli;

import io.gasminer.gascli.paper.BriefName;
import io.gasminer.gascli.paper.Paper;
import io.gasminer.miner.explanation.AnchorEnds;
import io.gasminer.miner.explanation.Explanation;
import io.gasminer.miner.explanation.SigningModels;
import io.gasminer.miner.generation.ModelCatalog;
import io.gasminer.miner.provenance.AnchorSet;
import io.gasminer.miner.provenance.Sn34Verdict;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Owns what is told of a file besides its verdict.
 *
 * @param wanted whether the whole explanation is asked for
 * @param sets the anchors that a chain is looked up in
 */
record Explaining(boolean wanted, List<AnchorSet> sets, InstantSource clock, Paper paper) {
  Explaining {
    sets = List.copyOf(sets);
  }

  /** The explanation, where it is asked for. */
  Optional<Explanation> explanation(FileVerdict.Judged judged) {
    if (!wanted) {
      return Optional.empty();
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    SigningModels models = new SigningModels(ModelCatalog.builtIn(), today);
    return Optional.of(Explanation.of(judged.read(), judged.walk(), sets, models, clock.instant()));
  }

  private static String forecast(FileVerdict.Judged judged, Sn34Verdict newer) {
    if (!judged.forecast().turns()) {
      return "the validators' next library version says the same for another reason: "
          + newer.error().orElse("passed, with other facts");
    }
    return newer.verified()
        ? "the validators' next library version would pass this file"
        : "passes today, but the validators' next library version would refuse it: "
            + newer.error().orElse("");
  }

  /** What should be known before it hurts. */
  List<String> warnings(FileVerdict.Judged judged) {
    List<String> warnings = new ArrayList<>();
    AnchorEnds.of(judged.read(), clock.instant())
        .map(
            ending ->
                "the validators' anchor of this file, "
                    + BriefName.of(ending.entry().anchor().name())
                    + ", "
                    + ending.when()
                    + ": the provider must sign under another one, which validators may not"
                    + " hold")
        .ifPresent(warnings::add);
    judged.forecast().change().map(newer -> forecast(judged, newer)).ifPresent(warnings::add);
    return warnings;
  }
}
