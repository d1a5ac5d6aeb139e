package io.gasminer.c2pa.manifest;

import io.gasminer.c2pa.cbor.CborDecoder;
import io.gasminer.c2pa.cbor.CborMap;
import io.gasminer.c2pa.cbor.CborValue;
import io.gasminer.c2pa.rules.ReaderRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Owns the reading of claims; a claim with an unknown field, or none of its own, is unreadable. */
final class ClaimParser {
  private static final Set<String> FIRST =
      Set.of(
          "claim_generator",
          "claim_generator_hints",
          "claim_generator_info",
          "signature",
          "assertions",
          "dc:format",
          "instanceID",
          "dc:title",
          "redacted_assertions",
          "alg",
          "alg_soft",
          "metadata");
  private static final Set<String> SECOND =
      Set.of(
          "instanceID",
          "claim_generator_info",
          "signature",
          "created_assertions",
          "gathered_assertions",
          "dc:title",
          "redacted_assertions",
          "alg",
          "alg_soft",
          "metadata");

  private final CborMap map;
  private final byte[] bytes;
  private final ReaderRules rules;

  private ClaimParser(CborMap map, byte[] bytes, ReaderRules rules) {
    this.map = map;
    this.bytes = bytes;
    this.rules = rules;
  }

  static Claim parse(byte[] bytes, ReaderRules rules) throws Unreadable {
    Optional<CborMap> map = CborDecoder.decode(bytes).item().flatMap(CborValue::asMap);
    if (map.isEmpty()) {
      throw new Unreadable("the claim is not CBOR");
    }
    return new ClaimParser(map.get(), bytes, rules).claim();
  }

  private Claim claim() throws Unreadable {
    Optional<List<HashedUri>> assertions = map.get("assertions").flatMap(HashedUri::listOf);
    Optional<List<HashedUri>> created = map.get("created_assertions").flatMap(HashedUri::listOf);
    if (assertions.isPresent() == created.isPresent()) {
      throw new Unreadable("a claim of an unknown version");
    }
    boolean first = assertions.isPresent();
    boolean known = Fields.onlyKeys(map, first ? FIRST : SECOND);
    if (!known && (first || rules.knowsAllFields())) {
      throw new Unreadable("a claim with an unknown field");
    }
    return new Claim(
        first ? 1 : 2,
        first ? Optional.of(required("claim_generator")) : Optional.empty(),
        generatorInfo(first),
        required("instanceID"),
        Fields.text(map, "dc:title"),
        first ? Optional.of(required("dc:format")) : Optional.empty(),
        required("signature"),
        assertions.or(() -> created).orElseThrow(),
        first
            ? List.of()
            : map.get("gathered_assertions").flatMap(HashedUri::listOf).orElse(List.of()),
        Fields.texts(map, "redacted_assertions").orElse(List.of()),
        Fields.text(map, "alg").orElse(""),
        bytes);
  }

  private List<CborMap> generatorInfo(boolean first) throws Unreadable {
    Optional<CborValue> info = map.get("claim_generator_info");
    if (!first) {
      Optional<CborMap> one = info.flatMap(CborValue::asMap).filter(ClaimParser::named);
      if (one.isEmpty()) {
        throw new Unreadable("a claim without claim_generator_info");
      }
      return List.of(one.get());
    }
    List<CborMap> all = new ArrayList<>();
    for (CborValue item : info.flatMap(CborValue::asList).orElse(List.of())) {
      Optional<CborMap> one = item.asMap().filter(ClaimParser::named);
      if (one.isEmpty()) {
        return List.of();
      }
      all.add(one.get());
    }
    return all;
  }

  private static boolean named(CborMap info) {
    return Fields.text(info, "name").isPresent();
  }

  private String required(String key) throws Unreadable {
    Optional<String> text = Fields.text(map, key);
    if (text.isEmpty()) {
      throw new Unreadable("a claim without " + key);
    }
    return text.get();
  }
}
