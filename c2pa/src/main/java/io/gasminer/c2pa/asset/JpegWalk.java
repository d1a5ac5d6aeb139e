package io.gasminer.c2pa.asset;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Owns the walk over the segments of a JPEG, from SOI to the first EOI. One that ends within its
 * image data is walked to its end, as the validators' reader does.
 */
final class JpegWalk {
  private static final byte MARK = (byte) 0xFF;
  private static final int MOST_SEGMENTS = 100_000;

  private final Source source;
  private final List<JpegSegment> segments = new ArrayList<>();

  private JpegWalk(Source source) {
    this.source = source;
  }

  static List<JpegSegment> of(Source source) throws IOException, DamagedAsset {
    if (!source.has(0, new byte[] {MARK, (byte) 0xD8})) {
      throw new DamagedAsset("the file does not begin as a JPEG");
    }
    JpegWalk walk = new JpegWalk(source);
    try {
      walk.walk();
    } catch (EOFException truncated) {
      if (walk.segments.getLast().marker() != JpegSegment.SOS) {
        throw new DamagedAsset("the JPEG ends before its image data");
      }
    }
    return walk.segments;
  }

  private void walk() throws IOException, DamagedAsset {
    segments.add(new JpegSegment(JpegSegment.SOI, new Range(0, 2), 2));
    long at = 2;
    while (true) {
      while (source.u8(at) != 0xFF) {
        at++;
      }
      while (source.u8(at + 1) == 0xFF) {
        at++;
      }
      int marker = source.u8(at + 1);
      if (marker == 0) {
        at += 2;
        continue;
      }
      JpegSegment segment = segment(marker, at);
      segments.add(segment);
      at = segment.range().end();
      if (marker == JpegSegment.EOI) {
        return;
      }
      if (segments.size() > MOST_SEGMENTS) {
        throw new DamagedAsset("too many JPEG segments");
      }
    }
  }

  private JpegSegment segment(int marker, long at) throws IOException, DamagedAsset {
    int length = 2;
    if (JpegSegment.hasLength(marker)) {
      int announced = source.u16(at + 2);
      if (announced < 2 || announced > source.size() - at - 2) {
        throw new DamagedAsset("a JPEG segment that does not fit");
      }
      length += announced;
    }
    long end = marker == JpegSegment.SOS ? endOfEntropy(at + length) : at + length;
    return new JpegSegment(marker, Range.between(at, end), length);
  }

  private long endOfEntropy(long start) throws IOException {
    long last = source.size() - 1;
    for (long at = source.find(MARK, start); at < last; at = source.find(MARK, at + 2)) {
      int next = source.u8(at + 1);
      if (next != 0 && (next < 0xD0 || next > 0xD7)) {
        return at;
      }
    }
    return source.size();
  }
}
