package io.gasminer.gascli.demo;

import io.gasminer.c2pa.C2paReader;
import io.gasminer.c2pa.x509.Pem;
import io.gasminer.c2pa.x509.TrustAnchor;
import io.gasminer.c2pa.x509.TrustStore;
import io.gasminer.miner.generation.sandbox.SandboxAuthority;
import io.gasminer.miner.media.PixelSize;
import io.gasminer.miner.media.Readability;
import io.gasminer.miner.media.Tier;
import io.gasminer.miner.provenance.Freshness;
import io.gasminer.miner.provenance.Sn34Policy;
import io.gasminer.miner.provenance.Sn34Verdict;
import io.gasminer.miner.provenance.TrustedNames;
import io.gasminer.miner.task.Modality;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Owns the validator's own checks on what it received, in its order: readable, C2PA under the same
 * policy, signed for this challenge, the tier that was asked for.
 */
final class ValidatorJudge {
  private final C2paReader reader;
  private final Sn34Policy policy;
  private final InstantSource clock;

  private ValidatorJudge(C2paReader reader, Sn34Policy policy, InstantSource clock) {
    this.reader = reader;
    this.policy = policy;
    this.clock = clock;
  }

  /** A judge who trusts the sandbox's root and organisation besides whom validators trust. */
  static ValidatorJudge of(Path sandboxRoot, InstantSource clock) throws IOException {
    List<TrustAnchor> anchors =
        switch (Pem.read(Files.readString(sandboxRoot))) {
          case Pem.Reading.Certificates root -> root.anchors();
          case Pem.Reading.Unreadable(String problem) ->
              throw new IOException(sandboxRoot + ": " + problem);
        };
    return new ValidatorJudge(
        new C2paReader(TrustStore.sn34().withAnchors(anchors), clock),
        new Sn34Policy(
            TrustedNames.sn34().withOrganisations(List.of(SandboxAuthority.ORGANISATION))),
        clock);
  }

  Judgement judge(Modality modality, String requestedTier, byte[] media, Instant sent) {
    List<String> faults = new ArrayList<>();
    Readability.fault(media, modality).ifPresent(faults::add);
    Sn34Verdict verdict = policy.judge(reader.read(media));
    verdict.error().ifPresent(error -> faults.add("C2PA verification failed: " + error));
    Optional<Instant> signed = verdict.origin().flatMap(Sn34Verdict.Origin::signingTime);
    if (verdict.verified()) {
      Freshness.problem(signed, sent, clock.instant()).ifPresent(faults::add);
    }
    Optional<String> tier = PixelSize.of(media).map(size -> Tier.delivered(size, modality).label());
    if (!tier.equals(Optional.of(requestedTier))) {
      faults.add("asked for " + requestedTier + " and got " + tier.orElse("an unknown size"));
    }
    return new Judgement(
        verdict.verified(),
        tier,
        verdict.certIssuer(),
        signed.map(Instant::toString),
        List.copyOf(faults));
  }
}
