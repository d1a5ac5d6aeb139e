package io.gasminer.miner.provenance;

import io.gasminer.c2pa.Forecast;
import io.gasminer.c2pa.ReadResult;
import io.gasminer.c2pa.ValidationReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Owns the validators' policy: from a report of the manifest store to their verdict, rule by rule
 * and word by word. It does not ask for the validation state, as theirs does not.
 */
public record Sn34Policy(TrustedNames names) {
  /** The verdict on what the reader found. */
  public Sn34Verdict judge(ReadResult result) {
    return walk(result).verdict();
  }

  /** The verdicts by both versions of the reader. */
  public Sn34Forecast judge(Forecast read) {
    return new Sn34Forecast(judge(read.pinned()), judge(read.newer()));
  }

  /** The verdict, and every rule on the way to it. */
  public PolicyWalk walk(ReadResult result) {
    PolicyEvidence evidence = PolicyEvidence.of(result, names);
    List<PolicyStep> steps =
        Stream.of(PolicyRule.values()).map(rule -> rule.step(evidence)).toList();
    Sn34Verdict verdict =
        PolicyWalk.firstFailure(steps)
            .map(failure -> refusal(failure, evidence))
            .orElseGet(() -> passed(evidence.report().orElseThrow(), evidence));
    return new PolicyWalk(steps, verdict);
  }

  private static Sn34Verdict refusal(PolicyStep failure, PolicyEvidence evidence) {
    String words = failure.words();
    Optional<String> nobody = Optional.empty();
    return switch (failure.rule()) {
      case MANIFEST -> Sn34Verdict.broken(List.of(), words);
      case SIGNATURE -> Sn34Verdict.broken(evidence.rejections(), words);
      case HARD_BINDING -> Sn34Verdict.refused(false, nobody, nobody, words);
      case NAMED_SIGNER -> Sn34Verdict.refused(true, nobody, nobody, words);
      case AUTHORITY -> Sn34Verdict.refused(false, evidence.issuer(), nobody, words);
      case GENERATOR -> Sn34Verdict.refused(false, evidence.issuer(), evidence.generator(), words);
    };
  }

  private Sn34Verdict passed(ValidationReport report, PolicyEvidence evidence) {
    return new Sn34Verdict(
        true,
        false,
        evidence.issuer(),
        evidence.generator(),
        Optional.of(origin(report, evidence.subject(), evidence.generator())),
        List.of(),
        Optional.empty());
  }

  private Sn34Verdict.Origin origin(
      ValidationReport report, String subject, Optional<String> generator) {
    boolean ai = AiSource.isNamedIn(report);
    Optional<String> profile =
        names.profile(generator.map(name -> List.of(subject, name)).orElse(List.of(subject)));
    return new Sn34Verdict.Origin(
        ai,
        ModelName.of(report.active()),
        profile,
        true,
        warnings(profile.isPresent(), generator.isPresent(), ai),
        SigningTime.of(report.active()));
  }

  private static List<String> warnings(boolean knownProfile, boolean hasGenerator, boolean ai) {
    List<String> warnings = new ArrayList<>();
    if (!knownProfile) {
      warnings.add("unknown_provider_profile");
    }
    if (!hasGenerator) {
      warnings.add("missing_claim_generator");
    }
    if (!knownProfile && !ai) {
      warnings.add("missing_ai_source_assertion");
    }
    return warnings;
  }
}
