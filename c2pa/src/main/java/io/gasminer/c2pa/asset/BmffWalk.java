package io.gasminer.c2pa.asset;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Owns the walk over the boxes of an ISO base media file (ISO/IEC 14496-12), into the containers
 * that C2PA names. An {@code mdat} may announce more than there is; no other box may.
 */
public final class BmffWalk {
  private static final int DEEPEST = 32;
  private static final int MOST_BOXES = 200_000;
  private static final Set<String> CONTAINERS =
      Set.of(
          "moov", "trak", "mdia", "minf", "stbl", "moof", "traf", "edts", "udta", "dinf", "tref",
          "treg", "mvex", "mfra", "meta", "schi");
  private static final Set<String> FULL_BOXES =
      Set.of(
          "pdin", "mvhd", "tkhd", "mdhd", "hdlr", "nmhd", "elng", "stsd", "stdp", "stts", "ctts",
          "cslg", "stss", "stsh", "elst", "dref", "stsz", "stz2", "stsc", "stco", "co64", "padb",
          "subs", "saiz", "saio", "mehd", "trex", "mfhd", "tfhd", "trun", "tfra", "mfro", "tfdt",
          "leva", "trep", "assp", "sbgp", "sgpd", "csgp", "cprt", "tsel", "kind", "meta", "xml ",
          "bxml", "iloc", "pitm", "ipro", "infe", "iinf", "iref", "ipma", "schm", "fiin", "fpar",
          "fecr", "gitn", "fire", "stri", "stsg", "stvi", "csch", "sidx", "ssix", "prft", "srpp",
          "vmhd", "smhd", "srat", "chnl", "dmix", "txtC", "mime", "uri ", "uriI", "hmhd", "sthd",
          "vvhd", "medc");

  private final Source source;
  private final List<BmffBox> boxes = new ArrayList<>();

  private BmffWalk(Source source) {
    this.source = source;
  }

  /** All boxes, parents before children, in file order. */
  public static List<BmffBox> of(Source source) throws IOException, DamagedAsset {
    BmffWalk walk = new BmffWalk(source);
    try {
      walk.walk("", new Range(0, source.size()), 1);
    } catch (EOFException truncated) {
      throw new DamagedAsset("a BMFF box ends early");
    }
    return List.copyOf(walk.boxes);
  }

  private void walk(String path, Range within, int depth) throws IOException, DamagedAsset {
    if (depth > DEEPEST) {
      throw new DamagedAsset("BMFF boxes nested too deeply");
    }
    long at = within.offset();
    while (at < within.end()) {
      long size = sizeAt(at);
      if (size == 0) {
        return;
      }
      int headLength = source.u32(at) == 1 ? 16 : 8;
      String type = source.fourLetters(at + 4);
      if (size < 0) {
        throw new DamagedAsset("a BMFF box size beyond 63 bits");
      }
      if (size > within.end() - at) {
        if (!type.equals("mdat")) {
          throw new DamagedAsset("a BMFF box that crosses its parent's end");
        }
        size = within.end() - at;
      }
      if (size < headLength) {
        throw new DamagedAsset("a BMFF box smaller than its header");
      }
      BmffBox box = box(path + "/" + type, type, new Range(at, size), headLength);
      boxes.add(box);
      if (boxes.size() > MOST_BOXES) {
        throw new DamagedAsset("too many BMFF boxes");
      }
      if (CONTAINERS.contains(type)) {
        long inner = box.content() + (box.version().isPresent() ? 4 : 0);
        if (inner < box.range().end()) {
          walk(box.path(), Range.between(inner, box.range().end()), depth + 1);
        }
      }
      at += size;
    }
  }

  /** Zero where no header can be read, as with bytes after the last box. */
  private long sizeAt(long at) throws IOException {
    if (at > source.size() - 8) {
      return 0;
    }
    long size = source.u32(at);
    if (size == 1) {
      return at > source.size() - 16 ? 0 : source.u64(at + 8);
    }
    return size == 0 ? source.size() - at : size;
  }

  private BmffBox box(String path, String type, Range range, int headLength) throws IOException {
    long content = range.offset() + headLength;
    boolean full =
        switch (type) {
          case "meta" -> !source.has(content + 4, "hdlr");
          case "uuid" -> source.has(content, Bmff.storeType());
          default -> FULL_BOXES.contains(type);
        };
    if (type.equals("uuid")) {
      source.read(content, 16);
    }
    if (!full) {
      return new BmffBox(path, type, range, headLength, OptionalInt.empty(), OptionalInt.empty());
    }
    long word = source.u32(type.equals("uuid") ? content + 16 : content);
    return new BmffBox(
        path,
        type,
        range,
        headLength,
        OptionalInt.of((int) (word >>> 24)),
        OptionalInt.of((int) (word & 0xFFFFFF)));
  }
}
