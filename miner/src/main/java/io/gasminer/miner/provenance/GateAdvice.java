package io.gasminer.miner.provenance;

import java.util.Map;

/** Owns what an operator can do about each kind of refusal. */
final class GateAdvice {
  private static final String ASK_FOR_ANOTHER =
      "Take this provider or model out of the configuration, or put one before it whose media the"
          + " validators accept; docs/providers.md lists them.";

  /** By the beginning of the refusal; the first that fits counts. */
  private static final Map<String, String> BY_BEGINNING =
      Map.of(
          "Corrupted or unreadable media",
          "What the provider sent does not open. "
              + "If it happens again, something on the way damages or cuts its answers.",
          "No C2PA manifest found",
          "This model delivers without a manifest, or something on the way stripped it. "
              + ASK_FOR_ANOTHER,
          "No verified hard-binding",
          "The manifest is not bound to the bytes. " + ASK_FOR_ANOTHER,
          "Self-signed certificates",
          "The provider signs with a certificate that names no organisation. " + ASK_FOR_ANOTHER,
          "Certificate issuer not from trusted CA",
          "The validators do not know this signer. " + ASK_FOR_ANOTHER,
          "Not from a trusted AI generator",
          "The validators know the signer but not as a generator. " + ASK_FOR_ANOTHER,
          "C2PA manifest has no signing timestamp",
          "The manifest says no time, so the validators cannot tell that it is new. "
              + ASK_FOR_ANOTHER,
          "C2PA manifest signed",
          "Check this machine's clock (timedatectl). If it is right, the provider answered with"
              + " old media: switch its cache off, or use another model.");

  private GateAdvice() {}

  static String on(String reason) {
    if (reason.startsWith("Signature validation failed")) {
      return onSignature(reason);
    }
    return BY_BEGINNING.entrySet().stream()
        .filter(entry -> reason.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(ASK_FOR_ANOTHER);
  }

  private static String onSignature(String reason) {
    if (reason.contains("Hash.mismatch") || reason.contains("hashedURI.mismatch")) {
      return "The bytes were changed after they were signed: see that nothing between the provider"
          + " and the miner converts or compresses media. If nothing does, the provider's manifest"
          + " is broken. "
          + ASK_FOR_ANOTHER;
    }
    if (reason.contains("signingCredential.untrusted")) {
      return "The signer's root is not among those that validators trust. " + ASK_FOR_ANOTHER;
    }
    if (reason.contains("signingCredential.expired")) {
      return "Check this machine's clock (timedatectl). If it is right, the provider signs with a"
          + " certificate that has run out. "
          + ASK_FOR_ANOTHER;
    }
    return "The provider's signature does not hold. " + ASK_FOR_ANOTHER;
  }
}
