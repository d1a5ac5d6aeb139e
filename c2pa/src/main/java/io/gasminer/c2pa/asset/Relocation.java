package io.gasminer.c2pa.asset;

import java.util.List;

/** Owns where an old offset lies after one insertion and some removals. */
record Relocation(long insertion, long inserted, List<Range> removed) {
  long of(long offset) {
    long gone =
        removed.stream()
            .filter(range -> range.offset() < offset)
            .mapToLong(range -> Math.min(range.end(), offset) - range.offset())
            .sum();
    return offset - gone + (offset >= insertion ? inserted : 0);
  }
}
