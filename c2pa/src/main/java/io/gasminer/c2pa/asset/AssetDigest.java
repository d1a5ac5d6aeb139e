package io.gasminer.c2pa.asset;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Owns the hashing of assets by ranges; the asset is streamed. */
public final class AssetDigest {
  private AssetDigest() {}

  /** The digest that C2PA calls by that name, where it is one that may be used. */
  public static Optional<MessageDigest> named(String algorithm) {
    String name =
        switch (algorithm) {
          case "sha256" -> "SHA-256";
          case "sha384" -> "SHA-384";
          case "sha512" -> "SHA-512";
          default -> "";
        };
    try {
      return name.isEmpty() ? Optional.empty() : Optional.of(MessageDigest.getInstance(name));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every JDK has " + name, absent);
    }
  }

  /**
   * The digest of all but the exclusions, as {@code c2pa.hash.data} has it.
   *
   * @throws DamagedAsset when there is nothing to hash or an exclusion lies outside
   */
  public static byte[] excluding(Source source, MessageDigest digest, List<Range> exclusions)
      throws IOException, DamagedAsset {
    return excluding(source, digest, exclusions, List.of());
  }

  /** The digest of one range. */
  public static byte[] of(Source source, MessageDigest digest, Range range)
      throws IOException, DamagedAsset {
    try {
      source.digest(digest, range);
    } catch (EOFException outside) {
      throw new DamagedAsset("a range outside the asset");
    }
    return digest.digest();
  }

  /**
   * The digest of all but the exclusions, with each mark's own offset hashed, as eight bytes, where
   * it stands. This is what BMFF hashes of version 2 and later add for top-level boxes.
   */
  static byte[] excluding(
      Source source, MessageDigest digest, List<Range> exclusions, List<Long> marks)
      throws IOException, DamagedAsset {
    List<Range> sorted = new ArrayList<>(exclusions);
    sorted.sort(Comparator.comparingLong(Range::offset));
    if (source.size() == 0 || (!sorted.isEmpty() && sorted.getLast().end() > source.size())) {
      throw new DamagedAsset("an exclusion outside the asset");
    }
    List<Range> included = new ArrayList<>();
    long at = 0;
    for (Range gone : sorted) {
      if (gone.offset() > at) {
        included.add(Range.between(at, Math.min(gone.offset(), source.size())));
      }
      at = Math.max(at, gone.end());
    }
    if (at < source.size()) {
      included.add(Range.between(at, source.size()));
    }
    return digest(source, digest, included, marks.stream().sorted().toList());
  }

  private static byte[] digest(
      Source source, MessageDigest digest, List<Range> included, List<Long> marks)
      throws IOException {
    int mark = 0;
    long first = included.isEmpty() ? 0 : included.getFirst().offset();
    for (Range range : included) {
      long at = range.offset();
      for (; mark < marks.size() && marks.get(mark) < range.end(); mark++) {
        long offset = marks.get(mark);
        if (offset < first) {
          continue;
        }
        if (offset > at) {
          source.digest(digest, Range.between(at, offset));
          at = offset;
        }
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(offset).array());
      }
      source.digest(digest, Range.between(at, range.end()));
    }
    return digest.digest();
  }
}
