package io.gasminer.c2pa.cbor;

import java.util.List;

/** Owns an array of items in their order. */
public record CborArray(List<CborValue> items, Span span) implements CborValue {
  public CborArray {
    items = List.copyOf(items);
  }
}
