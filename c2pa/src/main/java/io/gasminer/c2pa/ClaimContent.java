package io.gasminer.c2pa;

import io.gasminer.c2pa.ClaimDraft.Software;
import io.gasminer.c2pa.ClaimDraft.Version;
import io.gasminer.c2pa.asset.MediaType;
import io.gasminer.c2pa.cbor.CborMap;
import io.gasminer.c2pa.cbor.CborValue;
import io.gasminer.c2pa.manifest.JumbfUri;
import java.util.List;

/** Owns the content of a new claim (specification §10.1). */
final class ClaimContent {
  private ClaimContent() {}

  /**
   * The claim.
   *
   * @param manifest the label of its manifest
   */
  static CborMap of(
      ClaimDraft draft,
      MediaType format,
      String manifest,
      String instance,
      AssertionBoxes assertions) {
    CborMap claim =
        CborValue.map()
            .with("instanceID", CborValue.of(instance))
            .with("signature", CborValue.of(JumbfUri.signature(manifest)))
            .with("alg", CborValue.of("sha256"));
    CborMap versioned =
        draft.version() == Version.FIRST
            ? first(claim, draft, format, assertions)
            : second(claim, draft, assertions);
    CborMap titled =
        draft
            .title()
            .map(title -> versioned.with("dc:title", CborValue.of(title)))
            .orElse(versioned);
    List<CborValue> redactions =
        draft.ingredients().stream()
            .flatMap(ingredient -> ingredient.redactions().stream())
            .<CborValue>map(redaction -> CborValue.of(redaction.uri()))
            .toList();
    return redactions.isEmpty()
        ? titled
        : titled.with("redacted_assertions", CborValue.array(redactions));
  }

  private static CborMap first(
      CborMap claim, ClaimDraft draft, MediaType format, AssertionBoxes assertions) {
    String generator = asText(draft.generator()).replace(' ', '_');
    return claim
        .with("claim_generator", CborValue.of(generator))
        .with("claim_generator_info", CborValue.array(asMap(draft.generator())))
        .with("dc:format", CborValue.of(format.mime()))
        .with("assertions", assertions.all());
  }

  private static CborMap second(CborMap claim, ClaimDraft draft, AssertionBoxes assertions) {
    CborMap whole =
        claim
            .with("claim_generator_info", asMap(draft.generator()))
            .with("created_assertions", assertions.created());
    return assertions.gathered().items().isEmpty()
        ? whole
        : whole.with("gathered_assertions", assertions.gathered());
  }

  /** A program as the text of version 1. */
  static String asText(Software software) {
    return software
        .version()
        .map(version -> software.name() + "/" + version)
        .orElse(software.name());
  }

  /** A program as a map. */
  static CborMap asMap(Software software) {
    CborMap map = CborValue.map().with("name", CborValue.of(software.name()));
    return software
        .version()
        .map(version -> map.with("version", CborValue.of(version)))
        .orElse(map);
  }
}
