package io.gasminer.miner.media;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Owns where one box of an MP4 lies (ISO/IEC 14496-12, section 4.2).
 *
 * @param type the four characters
 * @param from where its payload begins
 * @param to where it ends, exclusive; never beyond its parent
 */
record Box(String type, int from, int to) {
  private static final int MOST_SIBLINGS = 4_096;

  /** The boxes of a whole file. */
  static List<Box> of(byte[] bytes) {
    return within(bytes, 0, bytes.length);
  }

  /** The boxes inside this one. */
  List<Box> children(byte[] bytes) {
    return within(bytes, from, to);
  }

  /** The first box inside this one that the path of types leads to. */
  Optional<Box> find(byte[] bytes, String... path) {
    Optional<Box> found = Optional.of(this);
    for (String step : path) {
      found =
          found.flatMap(
              box ->
                  box.children(bytes).stream().filter(each -> each.type.equals(step)).findFirst());
    }
    return found;
  }

  // Stops at the first size that cannot be: what comes after it has no known place.
  private static List<Box> within(byte[] bytes, int from, int to) {
    List<Box> boxes = new ArrayList<>();
    long at = from;
    while (to - at >= 8 && boxes.size() < MOST_SIBLINGS) {
      long size = Field.big(bytes, at, 4);
      int header = 8;
      if (size == 1) {
        long upper = Field.big(bytes, at + 8, 4);
        size = upper == 0 ? Field.big(bytes, at + 12, 4) : Field.ABSENT;
        header = 16;
      } else if (size == 0) {
        size = to - at;
      }
      if (size < header || size > to - at) {
        break;
      }
      String type = new String(bytes, (int) at + 4, 4, StandardCharsets.ISO_8859_1);
      boxes.add(new Box(type, (int) at + header, (int) (at + size)));
      at += size;
    }
    return boxes;
  }
}
