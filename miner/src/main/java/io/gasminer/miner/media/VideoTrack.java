package io.gasminer.miner.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Owns what the headers of an MP4's first video track say (ISO/IEC 14496-12, sections 8 and 12.1).
 *
 * @param size as it is shown, turned where the track says so
 * @param codec the four characters of its sample entry: {@code avc1}, {@code hvc1}, …
 * @param parameters the first sequence parameter set of H.264, with its NAL header; else empty
 */
record VideoTrack(PixelSize size, String codec, byte[] parameters) {
  // From the start of the table: version, flags and count, then the entry's fixed fields.
  private static final int ENTRY = 8;
  private static final int ENTRY_FIELDS = 86;

  /** The first video track of a whole file whose size is known. */
  static Optional<VideoTrack> firstOf(byte[] bytes) {
    return Box.of(bytes).stream()
        .filter(box -> box.type().equals("moov"))
        .flatMap(moov -> moov.children(bytes).stream())
        .filter(box -> box.type().equals("trak") && isVideo(bytes, box))
        .flatMap(trak -> of(bytes, trak).stream())
        .findFirst();
  }

  private static boolean isVideo(byte[] bytes, Box trak) {
    return trak.find(bytes, "mdia", "hdlr")
        .filter(hdlr -> text(bytes, hdlr.from() + 8).equals("vide"))
        .isPresent();
  }

  private static Optional<VideoTrack> of(byte[] bytes, Box trak) {
    Optional<Box> entry =
        trak.find(bytes, "mdia", "minf", "stbl", "stsd")
            .filter(table -> table.to() - table.from() >= ENTRY + ENTRY_FIELDS)
            .map(table -> new Box(text(bytes, table.from() + 12), table.from() + 8, table.to()));
    Optional<PixelSize> coded =
        entry.flatMap(
            box ->
                PixelSize.possible(
                    Field.big(bytes, box.from() + 32, 2), Field.big(bytes, box.from() + 34, 2)));
    return trak.find(bytes, "tkhd")
        .flatMap(header -> displayed(bytes, header))
        .or(() -> coded)
        .map(
            size ->
                new VideoTrack(
                    size,
                    entry.map(Box::type).orElse(""),
                    entry.map(box -> parameters(bytes, box)).orElse(new byte[0])));
  }

  private static Optional<PixelSize> displayed(byte[] bytes, Box header) {
    int matrix = header.from() + (Field.big(bytes, header.from(), 1) == 1 ? 52 : 40);
    if (header.to() < matrix + 44) {
      return Optional.empty();
    }
    // 16.16 fixed point: the whole pixels are the upper half.
    long width = Field.big(bytes, matrix + 36, 2);
    long height = Field.big(bytes, matrix + 40, 2);
    boolean turned =
        Field.big(bytes, matrix, 4) == 0
            && Field.big(bytes, matrix + 4, 4) != 0
            && Field.big(bytes, matrix + 16, 4) == 0;
    return turned ? PixelSize.possible(height, width) : PixelSize.possible(width, height);
  }

  // ISO/IEC 14496-15, section 5.3.3: five fixed bytes, a count, then length and parameter set.
  private static byte[] parameters(byte[] bytes, Box entry) {
    return new Box(entry.type(), entry.from() + ENTRY_FIELDS, entry.to())
        .find(bytes, "avcC")
        .filter(box -> (Field.big(bytes, box.from() + 5, 1) & 0x1f) > 0)
        .map(
            box -> {
              int from = box.from() + 8;
              long to = from + Field.big(bytes, box.from() + 6, 2);
              return to > box.to() || to < from
                  ? new byte[0]
                  : Arrays.copyOfRange(bytes, from, (int) to);
            })
        .orElse(new byte[0]);
  }

  private static String text(byte[] bytes, int at) {
    return at + 4 > bytes.length ? "" : new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
  }
}
