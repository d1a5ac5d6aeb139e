package io.gasminer.miner.provenance;

import io.gasminer.c2pa.C2paReader;
import io.gasminer.c2pa.Forecast;
import io.gasminer.c2pa.ReadResult;
import io.gasminer.c2pa.x509.TrustAnchor;
import io.gasminer.c2pa.x509.TrustStore;
import io.gasminer.miner.media.Readability;
import io.gasminer.miner.task.Media;
import io.gasminer.miner.task.Task;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Owns the validators' judgement of a result before they see it: their reader, their policy, and
 * that it was signed for this challenge. Thread-safe.
 */
public final class Sn34Gate implements ProvenanceGate {
  private final C2paReader reader;
  private final Sn34Policy policy;
  private final InstantSource clock;

  /** Judges as the validators do. */
  public Sn34Gate(InstantSource clock) {
    this(List.of(), List.of(), clock);
  }

  /**
   * Judges as the validators would if they trusted these besides, as a rehearsal needs.
   *
   * @param anchors roots of trust
   * @param organisations names that may stand in signing certificates
   */
  public Sn34Gate(List<TrustAnchor> anchors, List<String> organisations, InstantSource clock) {
    this.reader = new C2paReader(TrustStore.sn34().withAnchors(anchors), clock);
    this.policy = new Sn34Policy(TrustedNames.sn34().withOrganisations(organisations));
    this.clock = clock;
  }

  @Override
  public GateVerdict judge(Task task, Media media) {
    Forecast read = reader.forecast(media.bytes());
    Sn34Forecast forecast = policy.judge(read);
    Sn34Verdict verdict = forecast.pinned();
    return refused(read.pinned(), verdict)
        .or(() -> stale(task, verdict))
        .or(() -> broken(task, media))
        .orElseGet(() -> passed(read.pinned(), forecast, DeliveredTier.of(task, media)));
  }

  private Optional<GateVerdict> refused(ReadResult read, Sn34Verdict verdict) {
    return verdict
        .error()
        .map(reason -> refused(reason, Refusal.of(read, policy.walk(read)).getFirst()));
  }

  private Optional<GateVerdict> stale(Task task, Sn34Verdict verdict) {
    Optional<Instant> signed = verdict.origin().flatMap(Sn34Verdict.Origin::signingTime);
    return Freshness.problem(signed, task.createdAt(), clock.instant())
        .map(reason -> refused(reason, signed.isEmpty() ? Refusal.NO_TIME : Refusal.NOT_FRESH));
  }

  private static Optional<GateVerdict> broken(Task task, Media media) {
    return Readability.fault(media.bytes(), task.modality())
        .map(reason -> refused(reason, Refusal.BROKEN_MEDIA));
  }

  private static GateVerdict refused(String reason, Refusal why) {
    return new GateVerdict.Refused(reason, GateAdvice.on(why));
  }

  private static GateVerdict passed(ReadResult read, Sn34Forecast forecast, DeliveredTier tier) {
    Sn34Verdict verdict = forecast.pinned();
    Sn34Verdict.Origin origin = verdict.origin().orElseThrow();
    Map<String, String> facts = new LinkedHashMap<>();
    verdict.certIssuer().ifPresent(name -> facts.put("c2pa_signer", name));
    verdict.claimGenerator().ifPresent(name -> facts.put("c2pa_generator", name));
    origin.modelName().ifPresent(name -> facts.put("c2pa_model", name));
    origin.profile().ifPresent(name -> facts.put("c2pa_profile", name));
    origin.signingTime().ifPresent(time -> facts.put("c2pa_signed_at", time.toString()));
    tier.delivered().ifPresent(delivered -> facts.put("tier", delivered.label()));
    if (read instanceof ReadResult.Report(var report)) {
      facts.put("c2pa_state", report.state().text());
    }
    List<String> warnings = new ArrayList<>(origin.warnings());
    if (!origin.aiGenerated()) {
      warnings.add("no_ai_source");
    }
    if (forecast.turns()) {
      warnings.add("next_reader_refuses");
    }
    tier.shortfall().ifPresent(warnings::add);
    return new GateVerdict.Passed(facts, warnings);
  }
}
