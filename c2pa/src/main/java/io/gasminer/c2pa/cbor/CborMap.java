package io.gasminer.c2pa.cbor;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Owns a map as its entries in the order of the source; no two keys are equal. */
public record CborMap(List<Entry> entries, Span span) implements CborValue {
  /** One entry. */
  public record Entry(CborValue key, CborValue value) {}

  public CborMap {
    entries = List.copyOf(entries);
  }

  /** The value under a text key; an explicit null counts as absent. */
  public Optional<CborValue> get(String key) {
    for (Entry entry : entries) {
      if (entry.key() instanceof CborText text && text.value().equals(key)) {
        return present(entry.value());
      }
    }
    return Optional.empty();
  }

  /** The value under an integer key; an explicit null counts as absent. */
  public Optional<CborValue> get(long key) {
    for (Entry entry : entries) {
      if (entry.key() instanceof CborInteger number
          && number.value().equals(BigInteger.valueOf(key))) {
        return present(entry.value());
      }
    }
    return Optional.empty();
  }

  /** This map with one entry more. */
  public CborMap with(String key, CborValue value) {
    return with(CborValue.of(key), value);
  }

  /** This map with one entry more. */
  public CborMap with(long key, CborValue value) {
    return with(CborValue.of(key), value);
  }

  /** This map with one entry more; the key must be new. */
  public CborMap with(CborValue key, CborValue value) {
    List<Entry> more = new ArrayList<>(entries);
    more.add(new Entry(key, value));
    return new CborMap(more, Span.NONE);
  }

  private static Optional<CborValue> present(CborValue value) {
    return value instanceof CborSimple simple && simple.isNull()
        ? Optional.empty()
        : Optional.of(value);
  }
}
