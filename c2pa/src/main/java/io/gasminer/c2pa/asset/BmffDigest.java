package io.gasminer.c2pa.asset;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * Owns the hash of an ISO base media file without its excluded boxes (specification §18.5). From
 * version 2 on the offset of each top-level box that is not wholly excluded is hashed too.
 */
public final class BmffDigest {
  private static final int MOST_ROWS = 200;
  private final Source source;
  private final List<BmffBox> boxes;
  private final List<Range> exclusions = new ArrayList<>();
  private final List<Long> marks = new ArrayList<>();

  /**
   * Prepares the hash.
   *
   * @param version of the assertion: 1, 2 or 3
   */
  public BmffDigest(Source source, List<BmffExclusion> rows, int version)
      throws IOException, DamagedAsset {
    if (rows.size() > MOST_ROWS) {
      throw new DamagedAsset("too many exclusions");
    }
    this.source = source;
    this.boxes = BmffWalk.of(source);
    List<Long> tops =
        new ArrayList<>(
            boxes.stream().filter(BmffBox::isTop).map(box -> box.range().offset()).toList());
    for (BmffExclusion row : rows) {
      for (BmffBox box : boxes) {
        if (row.matches(source, box)) {
          exclusions.addAll(row.of(box));
          if (row.subsets().isEmpty()) {
            tops.remove(box.range().offset());
          }
        }
      }
    }
    if (version > 1) {
      marks.addAll(tops);
    }
  }

  /** The boxes of the file. */
  public List<BmffBox> boxes() {
    return boxes;
  }

  /** The hash of the whole file. */
  public byte[] whole(MessageDigest digest) throws IOException, DamagedAsset {
    return AssetDigest.excluding(source, digest, exclusions, marks);
  }

  /** The hash of one range of the file, by the same exclusions. */
  public byte[] within(MessageDigest digest, Range range) throws IOException, DamagedAsset {
    List<Range> more = new ArrayList<>(exclusions);
    more.add(new Range(0, range.offset()));
    more.add(Range.between(range.end(), source.size()));
    return AssetDigest.excluding(source, digest, more, marks);
  }
}
