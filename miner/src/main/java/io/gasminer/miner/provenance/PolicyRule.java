package io.gasminer.miner.provenance;

import java.util.List;
import java.util.Optional;

/**
 * Owns the rules of the validators' policy in the order in which they are asked; the first that
 * fails is the verdict.
 */
public enum PolicyRule {
  /** There is a manifest store, and it can be read. */
  MANIFEST("a manifest store that can be read") {
    @Override
    PolicyStep ask(PolicyEvidence evidence) {
      return evidence
          .report()
          .map(report -> ok("store of " + report.manifests().size() + " with an active manifest"))
          .orElseGet(() -> failed("No C2PA manifest found: " + evidence.absence()));
    }
  },

  /** No finding is among those that reject: hashes, signature, certificate, trust. */
  SIGNATURE("hashes, signature and certificate hold, and lead to a trusted anchor") {
    @Override
    PolicyStep ask(PolicyEvidence evidence) {
      List<String> rejections = evidence.rejections();
      return rejections.isEmpty()
          ? ok("no finding that validators reject")
          : failed("Signature validation failed: " + String.join("; ", rejections));
    }
  },

  /** The active manifest is bound to these bytes. */
  HARD_BINDING("the manifest is bound to these very bytes") {
    @Override
    PolicyStep ask(PolicyEvidence evidence) {
      return evidence
          .binding()
          .map(this::ok)
          .orElseGet(
              () -> failed("No verified hard-binding content hash assertion in C2PA manifest"));
    }
  },

  /** The signing certificate names an organisation; without one it counts as self-signed. */
  NAMED_SIGNER("the certificate names an organisation (else: self-signed)") {
    @Override
    PolicyStep ask(PolicyEvidence evidence) {
      return evidence
          .issuer()
          .map(this::ok)
          .orElseGet(() -> failed("Self-signed certificates are not accepted"));
    }
  },

  /** That organisation is a known authority, or a known generator. */
  AUTHORITY("that organisation is one that may sign") {
    @Override
    PolicyStep ask(PolicyEvidence evidence) {
      return evidence
          .issuer()
          .map(
              issuer ->
                  evidence.names().mayIssue(issuer)
                      ? ok(issuer)
                      : failed("Certificate issuer not from trusted CA: " + issuer))
          .orElseGet(this::notAsked);
    }
  },

  /** The signer or the claim's generator is a known maker of AI media. */
  GENERATOR("the signer or the generator is a trusted AI company") {
    @Override
    PolicyStep ask(PolicyEvidence evidence) {
      return evidence.issuer().map(issuer -> ask(evidence, issuer)).orElseGet(this::notAsked);
    }

    private PolicyStep ask(PolicyEvidence evidence, String issuer) {
      TrustedNames names = evidence.names();
      String subject = evidence.subject();
      Optional<String> generator = evidence.generator().filter(names::isGenerator);
      boolean trusted =
          names.isGenerator(subject)
              || names.isPartOfGenerator(subject)
              || names.isGenerator(issuer)
              || generator.isPresent();
      return trusted
          ? ok(names.isGenerator(issuer) ? issuer : generator.orElse(subject))
          : failed("Not from a trusted AI generator: " + subject);
    }
  };

  private final String title;

  PolicyRule(String title) {
    this.title = title;
  }

  /** What must be so, for people. */
  public String title() {
    return title;
  }

  abstract PolicyStep ask(PolicyEvidence evidence);

  /** The rule's step, where there is a report to ask it of. */
  PolicyStep step(PolicyEvidence evidence) {
    return this == MANIFEST || evidence.report().isPresent() ? ask(evidence) : notAsked();
  }

  PolicyStep ok(String found) {
    return new PolicyStep(this, PolicyStep.Answer.OK, found);
  }

  PolicyStep failed(String words) {
    return new PolicyStep(this, PolicyStep.Answer.FAILED, words);
  }

  PolicyStep notAsked() {
    return new PolicyStep(this, PolicyStep.Answer.NOT_ASKED, "");
  }
}
