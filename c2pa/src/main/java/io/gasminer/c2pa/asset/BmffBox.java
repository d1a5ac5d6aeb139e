package io.gasminer.c2pa.asset;

import java.util.OptionalInt;

/**
 * Owns one box of an ISO base media file.
 *
 * @param path the types from the top, as in {@code /moov/trak}
 * @param headLength the bytes of size and type, 8 or 16
 * @param version present on full boxes
 * @param flags present on full boxes
 */
public record BmffBox(
    String path, String type, Range range, int headLength, OptionalInt version, OptionalInt flags) {
  /** Whether the box lies directly in the file. */
  public boolean isTop() {
    return path.lastIndexOf('/') == 0;
  }

  /** Where the content after size and type begins. */
  public long content() {
    return range.offset() + headLength;
  }
}
