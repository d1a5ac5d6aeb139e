package io.gasminer.c2pa.asset;

/** Owns a range of an asset in bytes; neither number is negative and the end fits a long. */
public record Range(long offset, long length) {
  public Range {
    if (offset < 0 || length < 0 || offset + length < 0) {
      throw new IllegalArgumentException("no range: " + offset + "+" + length);
    }
  }

  /** The range between two offsets. */
  public static Range between(long start, long end) {
    return new Range(start, end - start);
  }

  /** The first byte after the range. */
  public long end() {
    return offset + length;
  }

  /** Whether the byte at that offset lies within. */
  public boolean contains(long at) {
    return at >= offset && at < end();
  }
}
