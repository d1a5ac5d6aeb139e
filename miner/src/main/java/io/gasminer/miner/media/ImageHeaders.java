package io.gasminer.miner.media;

import static io.gasminer.miner.media.Field.big;
import static io.gasminer.miner.media.Field.little;

import java.util.Optional;

/** Reads the size of an image out of its first headers, for each format that validators take. */
final class ImageHeaders {
  private static final long PNG_HEADER = 0x49484452;
  private static final long WEBP_LOSSY = 0x56503820;
  private static final long WEBP_LOSSLESS = 0x5650384c;
  private static final long WEBP_EXTENDED = 0x56503858;

  private ImageHeaders() {}

  static Optional<PixelSize> png(byte[] bytes) {
    return big(bytes, 12, 4) == PNG_HEADER
        ? PixelSize.possible(big(bytes, 16, 4), big(bytes, 20, 4))
        : Optional.empty();
  }

  static Optional<PixelSize> gif(byte[] bytes) {
    return PixelSize.possible(little(bytes, 6, 2), little(bytes, 8, 2));
  }

  // ITU-T T.81, annex B: segments up to the first frame header; fill bytes may precede a marker.
  static Optional<PixelSize> jpeg(byte[] bytes) {
    long at = 2;
    while (big(bytes, at, 1) == 0xff) {
      long marker = big(bytes, at + 1, 1);
      if (marker == 0xff) {
        at++;
      } else if (isFrameHeader(marker)) {
        return PixelSize.possible(big(bytes, at + 7, 2), big(bytes, at + 5, 2));
      } else if (marker == 0x01 || marker >= 0xd0 && marker <= 0xd8) {
        at += 2;
      } else {
        long length = big(bytes, at + 2, 2);
        if (length < 2 || marker == 0xd9 || marker == 0xda) {
          return Optional.empty();
        }
        at += 2 + length;
      }
    }
    return Optional.empty();
  }

  // SOF0 to SOF15 without DHT, JPG and DAC, which share their range.
  private static boolean isFrameHeader(long marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  static Optional<PixelSize> webp(byte[] bytes) {
    long kind = big(bytes, 12, 4);
    if (kind == WEBP_EXTENDED) {
      long width = little(bytes, 24, 3);
      long height = little(bytes, 27, 3);
      return width < 0 || height < 0 ? Optional.empty() : PixelSize.possible(width + 1, height + 1);
    }
    if (kind == WEBP_LOSSLESS && big(bytes, 20, 1) == 0x2f) {
      long packed = little(bytes, 21, 4);
      return packed < 0
          ? Optional.empty()
          : PixelSize.possible((packed & 0x3fff) + 1, (packed >> 14 & 0x3fff) + 1);
    }
    if (kind == WEBP_LOSSY && big(bytes, 23, 3) == 0x9d012a) {
      // The upper two bits of each are a scale that decoders ignore.
      long width = little(bytes, 26, 2);
      long height = little(bytes, 28, 2);
      return width < 0 || height < 0
          ? Optional.empty()
          : PixelSize.possible(width & 0x3fff, height & 0x3fff);
    }
    return Optional.empty();
  }
}
