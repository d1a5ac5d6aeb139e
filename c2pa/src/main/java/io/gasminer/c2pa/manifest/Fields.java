package io.gasminer.c2pa.manifest;

import io.gasminer.c2pa.cbor.CborMap;
import io.gasminer.c2pa.cbor.CborText;
import io.gasminer.c2pa.cbor.CborValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Owns how fields of C2PA maps are read: another type than expected counts as absent. */
final class Fields {
  private Fields() {}

  static Optional<String> text(CborMap map, String key) {
    return map.get(key).flatMap(value -> value.untagged().asText());
  }

  static Optional<Boolean> bool(CborMap map, String key) {
    return map.get(key).flatMap(CborValue::asBoolean);
  }

  static Optional<Long> number(CborMap map, String key) {
    return map.get(key).flatMap(CborValue::asLong).filter(number -> number >= 0);
  }

  static Optional<List<String>> texts(CborMap map, String key) {
    return map.get(key)
        .flatMap(CborValue::asList)
        .flatMap(
            items -> {
              List<String> texts = new ArrayList<>();
              items.forEach(item -> item.asText().ifPresent(texts::add));
              return texts.size() == items.size() ? Optional.of(texts) : Optional.empty();
            });
  }

  /** Some signers write hashes as arrays of numbers. */
  static Optional<byte[]> bytes(CborValue value) {
    if (value.asBytes().isPresent()) {
      return value.asBytes();
    }
    return value
        .asList()
        .flatMap(
            items -> {
              byte[] bytes = new byte[items.size()];
              for (int i = 0; i < bytes.length; i++) {
                long number = items.get(i).asLong().orElse(-1L);
                if (number < 0 || number > 255) {
                  return Optional.empty();
                }
                bytes[i] = (byte) number;
              }
              return Optional.of(bytes);
            });
  }

  /** Whether every key is text and one of these. */
  static boolean onlyKeys(CborMap map, Set<String> allowed) {
    return map.entries().stream()
        .allMatch(entry -> entry.key() instanceof CborText text && allowed.contains(text.value()));
  }

  /** Whether the field is absent or text. */
  static boolean isTextOrAbsent(CborMap map, String key) {
    return map.get(key).isEmpty() || text(map, key).isPresent();
  }
}
