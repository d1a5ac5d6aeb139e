package io.gasminer.c2pa.manifest;

import io.gasminer.c2pa.cbor.CborMap;
import io.gasminer.c2pa.cbor.CborValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Owns a reference within the manifest store and the hash of what it names. */
public record HashedUri(String url, Optional<String> algorithm, byte[] hash) {

  /** Reads a hashed URI map; absent where the item is none. */
  static Optional<HashedUri> of(CborValue value) {
    return value
        .untagged()
        .asMap()
        .flatMap(
            map -> {
              Optional<String> url = map.get("url").flatMap(CborValue::asText);
              Optional<byte[]> hash = map.get("hash").flatMap(Fields::bytes);
              boolean strange =
                  map.get("alg").isPresent() && map.get("alg").flatMap(CborValue::asText).isEmpty();
              return url.isEmpty() || hash.isEmpty() || strange
                  ? Optional.empty()
                  : Optional.of(
                      new HashedUri(
                          url.get(), map.get("alg").flatMap(CborValue::asText), hash.get()));
            });
  }

  /** The hashed URI under a key; absent where there is none that can be read. */
  static Optional<HashedUri> of(CborMap map, String key) {
    return map.get(key).flatMap(HashedUri::of);
  }

  /** All of a list; absent when the item is no list of hashed URIs. */
  static Optional<List<HashedUri>> listOf(CborValue value) {
    return value
        .asList()
        .flatMap(
            items -> {
              List<HashedUri> uris = new ArrayList<>();
              items.forEach(item -> of(item).ifPresent(uris::add));
              return uris.size() == items.size() ? Optional.of(uris) : Optional.empty();
            });
  }

  /** The same reference with an absolute URI. */
  HashedUri within(String manifest) {
    return new HashedUri(JumbfUri.absolute(manifest, url), algorithm, hash);
  }

  /** Whether the URI names no manifest. */
  boolean isRelative() {
    return JumbfUri.manifestOf(url).isEmpty();
  }
}
