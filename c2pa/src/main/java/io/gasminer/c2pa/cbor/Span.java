package io.gasminer.c2pa.cbor;

import java.util.Arrays;

/** Owns where a piece lay in its source: an offset and a length, both in bytes. */
public record Span(int offset, int length) {
  /** The span of what was built, not read. */
  public static final Span NONE = new Span(0, 0);

  /** The first byte after the piece. */
  public int end() {
    return offset + length;
  }

  /** A copy of the piece. */
  public byte[] of(byte[] source) {
    return Arrays.copyOfRange(source, offset, end());
  }
}
