package io.gasminer.c2pa.asset;

/**
 * Owns one block of a GIF.
 *
 * @param name as {@code c2pa.hash.boxes} has it; empty for colour tables, which belong to the block
 *     before
 */
record GifBlock(String name, Range range) {
  boolean isImage() {
    return name.equals("2C");
  }

  boolean isTrailer() {
    return name.equals("3B");
  }
}
