package io.gasminer.bittensor.epistula;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Owns the Epistula headers of one message, in the order in which they are sent. */
public final class SignedHeaders implements HeaderLookup {
  private final Map<String, String> values;

  SignedHeaders(Map<String, String> values) {
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Name to value, in sending order. */
  public Map<String, String> asMap() {
    return values;
  }

  @Override
  public Optional<String> first(String name) {
    return values.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
