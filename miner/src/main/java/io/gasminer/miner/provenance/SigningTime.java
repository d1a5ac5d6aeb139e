package io.gasminer.miner.provenance;

import io.gasminer.c2pa.ManifestReport;
import io.gasminer.c2pa.SignatureSummary;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Owns when a manifest was signed: what its time-stamp says, otherwise the latest {@code when} of
 * its actions. Times without a zone are UTC.
 */
public final class SigningTime {
  private SigningTime() {}

  /** When it was signed, where it says so. */
  public static Optional<Instant> of(ManifestReport manifest) {
    return manifest
        .signature()
        .flatMap(SignatureSummary::time)
        .or(
            () ->
                ActionList.of(manifest).stream()
                    .map(action -> action.path("when"))
                    .filter(JsonNode::isString)
                    .flatMap(when -> parse(when.stringValue()).stream())
                    .max(Comparator.naturalOrder()));
  }

  private static Optional<Instant> parse(String text) {
    try {
      if (text.length() <= "2026-01-01".length()) {
        return Optional.of(LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
      }
      boolean zoned = text.endsWith("Z") || text.lastIndexOf('+') > 0 || text.indexOf('-', 11) > 0;
      return Optional.of(
          zoned
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException noTime) {
      return Optional.empty();
    }
  }
}
