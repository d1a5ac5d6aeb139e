package io.gasminer.c2pa.asset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Owns JPEG: the store is a JUMBF box over APP11 segments (ISO/IEC 18477-3), which repeat the box
 * header. Sequence numbers need only grow, as the validators' reader has it.
 */
final class Jpeg implements Container {
  private static final int LONGEST_PIECE = 64_000;
  private static final int BOX_INSTANCE = 0x0211;

  @Override
  public Located locate(Source source) throws IOException {
    List<JpegSegment> segments;
    try {
      segments = JpegWalk.of(source);
    } catch (DamagedAsset damaged) {
      return new Located.Damaged(damaged.reason());
    }
    ByteArrayOutputStream store = new ByteArrayOutputStream();
    List<Range> ranges = new ArrayList<>();
    int instance = -1;
    int seen = 0;
    for (JpegSegment segment : segments) {
      if (segment.marker() != JpegSegment.APP11 || segment.headerLength() <= 20) {
        continue;
      }
      byte[] payload = segment.payload(source);
      if (seen > 0 && instance(payload) == instance) {
        if (sequence(payload) <= seen) {
          instance = -1;
          continue;
        }
        store.write(payload, 16, payload.length - 16);
        seen++;
        ranges.add(segment.range());
      } else if (JpegSegment.beginsStore(payload)) {
        if (seen > 0) {
          return new Located.Damaged("more than one manifest store");
        }
        store.write(payload, 8, payload.length - 8);
        seen = 1;
        instance = instance(payload);
        ranges.add(segment.range());
      }
      if (store.size() > LONGEST_STORE) {
        return new Located.Damaged("the manifest store is too long");
      }
    }
    return seen == 0 ? new Located.None() : new Located.Store(store.toByteArray(), ranges);
  }

  @Override
  public List<NamedRange> parts(Source source) throws IOException, DamagedAsset {
    List<NamedRange> parts = new ArrayList<>();
    int store = -1;
    int instance = -1;
    for (JpegSegment segment : JpegWalk.of(source)) {
      if (segment.marker() == JpegSegment.APP11 && segment.headerLength() > 20) {
        byte[] payload = segment.payload(source);
        if (store >= 0 && instance(payload) == instance) {
          Range sofar = parts.get(store).range();
          Range longer = new Range(sofar.offset(), sofar.length() + segment.range().length());
          parts.set(store, new NamedRange(NamedRange.STORE, longer));
          continue;
        }
        if (JpegSegment.beginsStore(payload)) {
          store = parts.size();
          instance = instance(payload);
          parts.add(new NamedRange(NamedRange.STORE, segment.range()));
          continue;
        }
      }
      parts.add(new NamedRange(segment.name(), segment.range()));
    }
    return parts;
  }

  @Override
  public Embedding embed(Source source, int storeSize) throws IOException, DamagedAsset {
    List<JpegSegment> segments = JpegWalk.of(source);
    List<Range> removed = storeParts(source, segments);
    Set<Integer> instances = new HashSet<>();
    long insertion = segments.getFirst().range().end();
    for (JpegSegment segment : segments) {
      if (segment.marker() == JpegSegment.APP0) {
        insertion = segment.range().end();
      }
      if (segment.marker() == JpegSegment.APP11
          && segment.headerLength() > 20
          && !removed.contains(segment.range())) {
        instances.add(instance(segment.payload(source)));
      }
    }
    int instance = BOX_INSTANCE;
    while (instances.contains(instance)) {
      instance++;
    }
    int chosen = instance;
    return new Embedding(
        Embedding.kept(new Range(0, insertion), removed),
        Embedding.kept(Range.between(insertion, source.size()), removed),
        store -> segmentsOf(store, chosen),
        storeSize);
  }

  private static List<Range> storeParts(Source source, List<JpegSegment> segments)
      throws IOException {
    List<Range> parts = new ArrayList<>();
    int instance = -1;
    for (JpegSegment segment : segments) {
      if (segment.marker() == JpegSegment.APP11 && segment.headerLength() > 20) {
        byte[] payload = segment.payload(source);
        if (instance(payload) == instance) {
          parts.add(segment.range());
        } else if (JpegSegment.beginsStore(payload)) {
          instance = instance(payload);
          parts.add(segment.range());
        }
      }
    }
    return parts;
  }

  private static byte[] segmentsOf(byte[] store, int instance) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(store.length + 1024);
    int sequence = 1;
    for (int at = 0; at < store.length; at += LONGEST_PIECE) {
      int length = Math.min(LONGEST_PIECE, store.length - at);
      int repeated = at == 0 ? 0 : 8;
      ByteBuffer head = ByteBuffer.allocate(12);
      head.putShort((short) 0xFFEB).putShort((short) (2 + 8 + repeated + length));
      head.put((byte) 'J').put((byte) 'P').putShort((short) instance).putInt(sequence++);
      out.writeBytes(head.array());
      out.write(store, 0, repeated);
      out.write(store, at, length);
    }
    return out.toByteArray();
  }

  private static int instance(byte[] payload) {
    return ByteBuffer.wrap(payload).getShort(2) & 0xFFFF;
  }

  private static long sequence(byte[] payload) {
    return Integer.toUnsignedLong(ByteBuffer.wrap(payload).getInt(4));
  }
}
