package io.gasminer.c2pa.asset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Owns one row of the exclusions of a BMFF hash: boxes of a path, narrowed by length, version,
 * flags and content, as a whole or in part (specification §18.5).
 */
public record BmffExclusion(
    String xpath,
    Optional<Long> length,
    Optional<Long> version,
    Optional<byte[]> flags,
    Optional<Boolean> exact,
    List<Content> content,
    Optional<List<Subset>> subsets) {
  /** Bytes that must stand at an offset from the start of the box. */
  public record Content(long offset, byte[] value) {}

  /** A part of a box; length 0 means up to its end. */
  public record Subset(long offset, long length) {}

  public BmffExclusion {
    content = List.copyOf(content);
    subsets = subsets.map(List::copyOf);
  }

  /** Excludes whole boxes of that path. */
  public static BmffExclusion of(String xpath) {
    return new BmffExclusion(
        xpath,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /** Excludes the C2PA boxes. */
  public static BmffExclusion ofStore() {
    return new BmffExclusion(
        "/uuid",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(new Content(8, Bmff.storeType())),
        Optional.empty());
  }

  /** The exclusions that the specification makes every BMFF hash carry. */
  public static List<BmffExclusion> mandatory() {
    return List.of(ofStore(), of("/ftyp"), of("/mfra"));
  }

  /** Whether boxes of that path may be left out, but need not. */
  public boolean isAdditional() {
    return mandatory().stream().noneMatch(row -> row.xpath().equals(xpath));
  }

  /** Whether the subsets are in order and apart. */
  public boolean isWellFormed() {
    List<Subset> parts = subsets.orElse(List.of());
    for (int i = 1; i < parts.size(); i++) {
      Subset before = parts.get(i - 1);
      if (before.offset() + before.length() > parts.get(i).offset()) {
        return false;
      }
    }
    return true;
  }

  /** Whether the box is one that is meant. */
  boolean matches(Source source, BmffBox box) throws IOException, DamagedAsset {
    if (!box.path().equals(xpath)
        || (length.isPresent() && length.get() != box.range().length())
        || (version.isPresent()
            && box.version().isPresent()
            && version.get() != box.version().getAsInt())
        || !flagsMatch(box)) {
      return false;
    }
    for (Content expected : content) {
      long at = box.range().offset() + expected.offset();
      if (at < 0 || at > source.size() - expected.value().length) {
        throw new DamagedAsset("an exclusion that looks outside the asset");
      }
      if (!source.has(at, expected.value())) {
        return false;
      }
    }
    return true;
  }

  /** The validators' reader compares the three bytes as the upper ones of four; so must this. */
  private boolean flagsMatch(BmffBox box) {
    if (flags.isEmpty() || box.flags().isEmpty()) {
      return true;
    }
    byte[] bytes = flags.get();
    int wanted =
        bytes.length < 3 ? 0 : HexFormat.fromHexDigits(HexFormat.of().formatHex(bytes, 0, 3)) << 8;
    int found = box.flags().getAsInt();
    return exact.orElse(true) ? wanted == found : (wanted | found) == wanted;
  }

  /** The excluded parts of a box that matches. */
  List<Range> of(BmffBox box) {
    if (subsets.isEmpty()) {
      return List.of(box.range());
    }
    List<Range> parts = new ArrayList<>();
    for (Subset subset : subsets.get()) {
      long rest = box.range().length() - subset.offset();
      if (rest >= 0) {
        long taken = subset.length() == 0 ? rest : Math.min(subset.length(), rest);
        parts.add(new Range(box.range().offset() + subset.offset(), taken));
      }
    }
    return parts;
  }
}
