package io.gasminer.c2pa;

import io.gasminer.c2pa.cbor.CborMap;
import io.gasminer.c2pa.cbor.CborValue;
import tools.jackson.databind.JsonNode;

/**
 * Owns an assertion that the caller adds to a claim. Several may have one label; they are told
 * apart by an instance. Immutable.
 *
 * @param label without an instance; those of actions, ingredients and hard bindings are the
 *     signer's
 * @param gathered whether, in claims of version 2, the signer does not answer for it
 */
public record AssertionDraft(String label, Content content, boolean gathered) {
  static final String THUMBNAIL = "c2pa.thumbnail.claim";

  /** Owns what an assertion holds. */
  public sealed interface Content {
    /** CBOR. */
    record Cbor(CborValue value) implements Content {}

    /** JSON. */
    record Json(JsonNode value) implements Content {}

    /** A file of that media type. */
    record File(String mediaType, byte[] bytes) implements Content {}
  }

  /** An assertion in CBOR. */
  public static AssertionDraft cbor(String label, CborMap content) {
    return new AssertionDraft(label, new Content.Cbor(content), false);
  }

  /** An assertion in JSON, such as {@code stds.schema-org.CreativeWork} in claims of version 1. */
  public static AssertionDraft json(String label, JsonNode content) {
    return new AssertionDraft(label, new Content.Json(content), false);
  }

  /** A file as an assertion. */
  public static AssertionDraft file(String label, String mediaType, byte[] content) {
    return new AssertionDraft(label, new Content.File(mediaType, content.clone()), false);
  }

  /**
   * Metadata in JSON-LD (specification §18.18), whose {@code @context} names every prefix. Readers
   * find fault with fields that the annex does not name: {@code dc:title} is one of them.
   */
  public static AssertionDraft metadata(JsonNode content) {
    return json("c2pa.metadata", content);
  }

  /**
   * A small picture of the asset.
   *
   * @param mediaType {@code image/jpeg} or {@code image/png}
   */
  public static AssertionDraft thumbnail(String mediaType, byte[] image) {
    return file(THUMBNAIL, mediaType, image);
  }

  /** The same as an assertion that was gathered from elsewhere. */
  public AssertionDraft asGathered() {
    return new AssertionDraft(label, content, true);
  }
}
