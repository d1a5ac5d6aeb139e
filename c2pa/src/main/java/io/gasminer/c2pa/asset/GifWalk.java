package io.gasminer.c2pa.asset;

import java.io.IOException;

/** Owns the walk over the blocks of a GIF; {@link java.io.EOFException} where it ends early. */
final class GifWalk {
  private static final int HEADER = 6;
  private static final int SCREEN = 7;
  private static final int IMAGE = 10;
  private static final int MOST_BLOCKS = 1_000_000;

  private final Source source;
  private long at;
  private String last = "";
  private int blocks;

  GifWalk(Source source) {
    this.source = source;
  }

  /** The next block; none may be asked for after the trailer. */
  GifBlock next() throws IOException, DamagedAsset {
    if (++blocks > MOST_BLOCKS) {
      throw new DamagedAsset("too many GIF blocks");
    }
    long start = at;
    String name = step();
    source.u8(at - 1);
    if (!name.isEmpty()) {
      last = name;
    } else {
      last = last.equals("2C") ? "LCT" : "GCT";
    }
    return new GifBlock(name, Range.between(start, at));
  }

  /** Where the first block after header, screen and global colours begins. */
  long endOfPreamble() throws IOException {
    long end = (long) HEADER + SCREEN + colours(source.u8(HEADER + 4));
    source.u8(end - 1);
    return end;
  }

  private String step() throws IOException, DamagedAsset {
    if (at == 0) {
      at = HEADER;
      return "GIF89a";
    }
    if (at == HEADER) {
      at += SCREEN;
      return "LSD";
    }
    int colours = coloursAhead();
    if (colours > 0) {
      at += colours;
      return "";
    }
    if (last.equals("2C") || last.equals("LCT")) {
      at++;
      subBlocks();
      return "TBID";
    }
    return switch (source.u8(at)) {
      case 0x21 -> extension();
      case 0x2C -> {
        at += IMAGE;
        yield "2C";
      }
      case 0x3B -> {
        at++;
        yield "3B";
      }
      default -> throw new DamagedAsset("an unknown GIF block");
    };
  }

  /** The size of the colour table that follows the last block, if any. */
  private int coloursAhead() throws IOException {
    if (last.equals("LSD")) {
      return colours(source.u8(HEADER + 4));
    }
    return last.equals("2C") ? colours(source.u8(at - 1)) : 0;
  }

  private static int colours(int packed) {
    return (packed & 0x80) == 0 ? 0 : 3 << ((packed & 7) + 1);
  }

  private String extension() throws IOException, DamagedAsset {
    int label = source.u8(at + 1);
    int head =
        switch (label) {
          case 0xFF, 0x01 -> 11;
          case 0xFE -> 0;
          case 0xF9 -> 6;
          default -> throw new DamagedAsset("an unknown GIF extension");
        };
    if (label == 0xFF && source.u8(at + 2) != head) {
      throw new DamagedAsset("an application extension of the wrong size");
    }
    at += 2 + head + (label == 0xFF ? 1 : 0);
    if (label != 0xF9) {
      subBlocks();
    }
    return "21%02X".formatted(label);
  }

  private void subBlocks() throws IOException {
    int length = source.u8(at);
    while (length > 0) {
      at += 1 + length;
      length = source.u8(at);
    }
    at++;
  }
}
