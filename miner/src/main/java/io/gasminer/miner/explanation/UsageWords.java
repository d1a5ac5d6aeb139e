package io.gasminer.miner.explanation;

import io.gasminer.c2pa.x509.KeyUsages;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Owns the words for extended key usages. */
final class UsageWords {
  private static final Map<String, String> WORDS =
      Map.of(
          KeyUsages.EMAIL_PROTECTION,
          "e-mail protection",
          KeyUsages.TIME_STAMPING,
          "time-stamping",
          KeyUsages.OCSP_SIGNING,
          "OCSP signing",
          KeyUsages.DOCUMENT_SIGNING,
          "document signing",
          KeyUsages.CLAIM_SIGNING,
          "C2PA claim signing",
          KeyUsages.MICROSOFT_CLAIM_SIGNING,
          "Microsoft C2PA signing",
          "1.3.6.1.5.5.7.3.1",
          "server authentication",
          "1.3.6.1.5.5.7.3.2",
          "client authentication",
          "1.3.6.1.5.5.7.3.3",
          "code signing",
          "2.5.29.37.0",
          "any");

  private UsageWords() {}

  static List<String> of(Collection<String> oids) {
    return oids.stream().map(oid -> WORDS.getOrDefault(oid, oid)).sorted().toList();
  }
}
