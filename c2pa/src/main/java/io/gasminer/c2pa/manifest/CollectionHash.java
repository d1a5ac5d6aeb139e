package io.gasminer.c2pa.manifest;

import io.gasminer.c2pa.cbor.CborMap;
import io.gasminer.c2pa.cbor.CborValue;
import io.gasminer.c2pa.status.StatusCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Owns the list of files that a manifest is bound to instead of one asset (specification §18.8).
 *
 * @param files no two with the same URI
 */
record CollectionHash(String algorithm, List<Member> files) {
  /** The label of the assertion. */
  static final String LABEL = "c2pa.hash.collection.data";

  private static final int MOST_FILES = 100_000;

  /** One file; the URI has not been judged. */
  record Member(String uri, byte[] hash) {}

  CollectionHash {
    files = List.copyOf(files);
  }

  /**
   * Reads the assertion.
   *
   * @throws Mismatch when it is malformed
   */
  static CollectionHash of(Assertion assertion) throws Mismatch {
    CborMap map = assertion.map().orElseThrow(() -> malformed("no map"));
    String algorithm = Fields.text(map, "alg").orElseThrow(() -> malformed("no algorithm"));
    List<CborValue> items =
        map.get("uris").flatMap(CborValue::asList).orElseThrow(() -> malformed("no files"));
    if (items.isEmpty() || items.size() > MOST_FILES) {
      throw malformed("no files, or too many");
    }
    Set<String> seen = new HashSet<>();
    List<Member> files = new ArrayList<>();
    for (CborValue item : items) {
      Member member =
          item.asMap()
              .flatMap(CollectionHash::member)
              .orElseThrow(() -> malformed("a file without a URI or a hash"));
      if (!seen.add(member.uri())) {
        throw malformed("a file that is listed twice");
      }
      files.add(member);
    }
    return new CollectionHash(algorithm, files);
  }

  private static Optional<Member> member(CborMap map) {
    Optional<byte[]> hash = map.get("hash").flatMap(Fields::bytes);
    return Fields.text(map, "uri").flatMap(uri -> hash.map(bytes -> new Member(uri, bytes)));
  }

  private static Mismatch malformed(String reason) {
    return Mismatch.of(
        StatusCode.ASSERTION_COLLECTION_HASH_MALFORMED, "a collection hash with " + reason);
  }
}
