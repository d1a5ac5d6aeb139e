package io.gasminer.c2pa.manifest;

import io.gasminer.c2pa.asset.BmffExclusion;
import io.gasminer.c2pa.asset.Range;
import io.gasminer.c2pa.cbor.CborMap;
import io.gasminer.c2pa.cbor.CborValue;
import io.gasminer.c2pa.manifest.HardBinding.BmffHash;
import io.gasminer.c2pa.manifest.HardBinding.BoxesHash;
import io.gasminer.c2pa.manifest.HardBinding.DataHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Owns the reading of hard bindings; one that lacks a field makes the store unreadable. */
final class HardBindingParser {
  private HardBindingParser() {}

  static HardBinding parse(Assertion assertion) throws Unreadable {
    Optional<? extends HardBinding> binding =
        assertion
            .map()
            .flatMap(
                map ->
                    switch (assertion.label().base()) {
                      case "c2pa.hash.data" -> dataHash(map);
                      case "c2pa.hash.bmff" -> bmffHash(map, assertion.label().version());
                      default -> boxesHash(map);
                    });
    if (binding.isEmpty()) {
      throw new Unreadable("a hard binding that cannot be read: " + assertion.label().text());
    }
    return binding.get();
  }

  private static Optional<DataHash> dataHash(CborMap map) {
    Optional<List<Range>> exclusions =
        map.get("exclusions").isEmpty()
            ? Optional.of(List.of())
            : map.get("exclusions").flatMap(value -> all(value, HardBindingParser::range));
    Optional<byte[]> hash = map.get("hash").flatMap(Fields::bytes);
    Optional<byte[]> pad = map.get("pad").flatMap(Fields::bytes);
    return exclusions.isEmpty() || hash.isEmpty() || pad.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DataHash(
                exclusions.get(), Fields.text(map, "alg"), hash.get(), map.get("url").isPresent()));
  }

  private static Optional<Range> range(CborMap map) {
    Optional<Long> start = Fields.number(map, "start");
    Optional<Long> length = Fields.number(map, "length");
    return start.isEmpty() || length.isEmpty() || start.get() + length.get() < 0
        ? Optional.empty()
        : Optional.of(new Range(start.get(), length.get()));
  }

  private static Optional<BmffHash> bmffHash(CborMap map, int version) {
    Optional<List<BmffExclusion>> exclusions =
        map.get("exclusions").flatMap(value -> all(value, HardBindingParser::exclusion));
    Optional<List<MerkleMap>> merkle =
        map.get("merkle").flatMap(value -> all(value, MerkleMap::of));
    if (exclusions.isEmpty() || map.get("merkle").isPresent() && merkle.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new BmffHash(
            version,
            exclusions.get(),
            Fields.text(map, "alg"),
            map.get("hash").flatMap(Fields::bytes),
            merkle,
            map.get("url").isPresent()));
  }

  private static Optional<BmffExclusion> exclusion(CborMap map) {
    Optional<List<BmffExclusion.Content>> content =
        map.get("data").isEmpty()
            ? Optional.of(List.of())
            : map.get("data").flatMap(value -> all(value, HardBindingParser::content));
    Optional<List<BmffExclusion.Subset>> subsets =
        map.get("subset").flatMap(value -> all(value, HardBindingParser::subset));
    if (content.isEmpty() || map.get("subset").isPresent() && subsets.isEmpty()) {
      return Optional.empty();
    }
    return Fields.text(map, "xpath")
        .map(
            path ->
                new BmffExclusion(
                    path,
                    Fields.number(map, "length"),
                    Fields.number(map, "version"),
                    map.get("flags").flatMap(Fields::bytes),
                    Fields.bool(map, "exact"),
                    content.get(),
                    subsets));
  }

  private static Optional<BmffExclusion.Content> content(CborMap map) {
    Optional<byte[]> value = map.get("value").flatMap(Fields::bytes);
    return Fields.number(map, "offset")
        .flatMap(at -> value.map(bytes -> new BmffExclusion.Content(at, bytes)));
  }

  private static Optional<BmffExclusion.Subset> subset(CborMap map) {
    Optional<Long> length = Fields.number(map, "length");
    return Fields.number(map, "offset")
        .flatMap(at -> length.map(size -> new BmffExclusion.Subset(at, size)));
  }

  private static Optional<BoxesHash> boxesHash(CborMap map) {
    return map.get("boxes")
        .flatMap(value -> all(value, HardBindingParser::entry))
        .map(BoxesHash::new);
  }

  private static Optional<BoxesHash.Entry> entry(CborMap map) {
    Optional<List<String>> names = Fields.texts(map, "names");
    Optional<byte[]> hash = map.get("hash").flatMap(Fields::bytes);
    Optional<byte[]> pad = map.get("pad").flatMap(Fields::bytes);
    return names.isEmpty() || hash.isEmpty() || pad.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new BoxesHash.Entry(
                names.get(),
                Fields.text(map, "alg"),
                hash.get(),
                Fields.bool(map, "excluded").orElse(false)));
  }

  private static <T> Optional<List<T>> all(
      CborValue value, Function<CborMap, Optional<T>> reading) {
    return value
        .asList()
        .flatMap(
            items -> {
              List<T> read = new ArrayList<>();
              items.forEach(item -> item.asMap().flatMap(reading).ifPresent(read::add));
              return read.size() == items.size() ? Optional.of(read) : Optional.empty();
            });
  }
}
