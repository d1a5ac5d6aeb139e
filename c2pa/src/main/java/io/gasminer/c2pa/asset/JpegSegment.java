package io.gasminer.c2pa.asset;

import java.io.IOException;
import java.util.Arrays;

/** Owns one marker segment of a JPEG; for SOS the range includes the entropy-coded data. */
record JpegSegment(int marker, Range range, int headerLength) {
  static final int APP0 = 0xE0;
  static final int APP11 = 0xEB;
  static final int SOS = 0xDA;
  static final int EOI = 0xD9;
  static final int SOI = 0xD8;
  private static final byte[] STORE = {'c', '2', 'p', 'a'};

  /** The payload of a segment that has a length, without marker and length. */
  byte[] payload(Source source) throws IOException {
    return source.read(range.offset() + 4, headerLength - 4);
  }

  /** Whether an APP11 payload begins a JUMBF box whose content type says manifest store. */
  static boolean beginsStore(byte[] payload) {
    return payload.length > 28 && Arrays.equals(payload, 24, 28, STORE, 0, 4);
  }

  /** Whether a marker is followed by a length. */
  static boolean hasLength(int marker) {
    return (marker >= 0xC0 && marker <= 0xCF && marker != 0xC8)
        || (marker >= 0xDA && marker <= 0xFE)
        || marker == 0xC8;
  }

  /** The name that {@code c2pa.hash.boxes} uses. */
  String name() {
    if (marker >= APP0 && marker <= 0xEF) {
      return "APP" + (marker - APP0);
    }
    return switch (marker) {
      case 0xFE -> "COM";
      case 0xC4 -> "DHT";
      case 0xDB -> "DQT";
      case 0xDD -> "DRI";
      case EOI -> "EOI";
      case SOI -> "SOI";
      case SOS -> "SOS";
      default -> {
        if (marker >= 0xC0 && marker <= 0xCF) {
          yield "SOF" + (marker - 0xC0);
        }
        if (marker >= 0xD0 && marker <= 0xD7) {
          yield "RST" + (marker - 0xD0);
        }
        yield marker >= 0xF0 ? "JPG" + (marker - 0xF0) : "TEM";
      }
    };
  }
}
