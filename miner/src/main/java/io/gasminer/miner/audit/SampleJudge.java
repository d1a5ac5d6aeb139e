package io.gasminer.miner.audit;

import io.gasminer.c2pa.C2paReader;
import io.gasminer.c2pa.ReadResult;
import io.gasminer.c2pa.x509.TrustAnchor;
import io.gasminer.c2pa.x509.TrustStore;
import io.gasminer.miner.explanation.Cause;
import io.gasminer.miner.explanation.Explanation;
import io.gasminer.miner.explanation.SigningModels;
import io.gasminer.miner.generation.sandbox.SandboxAuthority;
import io.gasminer.miner.media.PixelSize;
import io.gasminer.miner.media.Readability;
import io.gasminer.miner.media.Tier;
import io.gasminer.miner.provenance.AnchorSet;
import io.gasminer.miner.provenance.GateVerdict;
import io.gasminer.miner.provenance.PolicyWalk;
import io.gasminer.miner.provenance.Refusal;
import io.gasminer.miner.provenance.Sn34Gate;
import io.gasminer.miner.provenance.Sn34Policy;
import io.gasminer.miner.provenance.TrustedNames;
import io.gasminer.miner.task.Media;
import io.gasminer.miner.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Owns the validators' verdict on a sample, and whose fault a refusal is. Thread-safe. */
public final class SampleJudge {
  private final Sn34Gate gate;
  private final C2paReader reader;
  private final Sn34Policy policy;
  private final SigningModels models;
  private final InstantSource clock;

  private SampleJudge(
      List<TrustAnchor> anchors,
      List<String> organisations,
      SigningModels models,
      InstantSource clock) {
    this.gate = new Sn34Gate(anchors, organisations, clock);
    this.reader = new C2paReader(TrustStore.sn34().withAnchors(anchors), clock);
    this.policy = new Sn34Policy(TrustedNames.sn34().withOrganisations(organisations));
    this.models = models;
    this.clock = clock;
  }

  /**
   * A judge as the validators are.
   *
   * @param sandbox whom it trusts besides, so that a trial can be walked through to its end
   * @param models what to turn to instead
   */
  public static SampleJudge of(
      Optional<SandboxAuthority> sandbox, SigningModels models, InstantSource clock) {
    return sandbox
        .map(
            authority ->
                new SampleJudge(
                    List.of(authority.anchor()),
                    List.of(SandboxAuthority.ORGANISATION),
                    models,
                    clock))
        .orElseGet(() -> new SampleJudge(List.of(), List.of(), models, clock));
  }

  /**
   * The evidence that the media are.
   *
   * @param file the name under which they are kept
   * @param took empty when it is not known
   */
  Evidence judge(
      PendingSample pending, Task task, Media media, String file, Optional<Duration> took) {
    Optional<PixelSize> size = PixelSize.of(media.bytes());
    Optional<Evidence.Made> made =
        Optional.of(
            new Evidence.Made(
                file,
                media.contentType(),
                media.bytes().length,
                size.map(PixelSize::toString),
                size.map(pixels -> Tier.delivered(pixels, task.modality()).label()),
                took));
    Instant now = clock.instant();
    return switch (gate.judge(task, media)) {
      case GateVerdict.Passed(Map<String, String> facts, List<String> warnings) ->
          new Evidence(
              pending.model(),
              now,
              Evidence.Verdict.PASSED,
              pending.tier(),
              pending.price(),
              made,
              Optional.empty(),
              facts,
              warnings);
      case GateVerdict.Refused refused ->
          new Evidence(
              pending.model(),
              now,
              Evidence.Verdict.REFUSED,
              pending.tier(),
              pending.price(),
              made,
              Optional.of(problem(task, media, refused)),
              Map.of(),
              List.of());
    };
  }

  private Evidence.Problem problem(Task task, Media media, GateVerdict.Refused refused) {
    ReadResult read = reader.read(media.bytes());
    PolicyWalk walk = policy.walk(read);
    return Explanation.of(read, walk, List.of(AnchorSet.sn34()), models, clock.instant())
        .causes()
        .stream()
        .findFirst()
        .map(
            (Cause cause) ->
                new Evidence.Problem(
                    refused.reason(),
                    cause.fault().text(),
                    cause.what() + " " + String.join(" ", cause.next())))
        .orElseGet(
            () ->
                new Evidence.Problem(
                    refused.reason(),
                    beyondThePolicy(task, media).fault().text(),
                    refused.advice()));
  }

  private static Refusal beyondThePolicy(Task task, Media media) {
    return Readability.fault(media.bytes(), task.modality()).isPresent()
        ? Refusal.BROKEN_MEDIA
        : Refusal.NOT_FRESH;
  }
}
