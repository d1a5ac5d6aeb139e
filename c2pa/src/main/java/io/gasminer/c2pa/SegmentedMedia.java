package io.gasminer.c2pa;

import io.gasminer.c2pa.asset.Bmff;
import io.gasminer.c2pa.asset.DamagedAsset;
import io.gasminer.c2pa.asset.MediaType;
import io.gasminer.c2pa.asset.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Owns what is signed as media in segments: the originals, by track, and where each is written.
 *
 * @param tracks the segments of each track in their order
 */
record SegmentedMedia(Copy init, Map<Long, List<Copy>> tracks) {
  private static final int MOST_SEGMENTS = 100_000;
  private static final int MOST_TRACKS = 64;

  /** A file and where it is written. */
  record Copy(Path original, Path signed) {}

  /**
   * Looks at all files; nothing is written.
   *
   * @throws CannotSign when the files do not go together
   * @throws DamagedAsset when one cannot be signed
   */
  static SegmentedMedia of(Path init, List<Path> segments, Path folder)
      throws CannotSign, DamagedAsset, IOException {
    if (segments.isEmpty() || segments.size() > MOST_SEGMENTS) {
      throw new CannotSign("no media segments, or more than " + MOST_SEGMENTS);
    }
    try (Source source = Source.open(init)) {
      if (MediaType.of(source).container().filter(Bmff.class::isInstance).isEmpty()) {
        throw new CannotSign("the initialization segment does not begin with ftyp");
      }
    }
    Set<String> names = new HashSet<>();
    Copy first = copy(init, folder, names);
    Map<Long, List<Copy>> tracks = new LinkedHashMap<>();
    for (Path segment : segments) {
      Copy copy = copy(segment, folder, names);
      try (Source source = Source.open(segment)) {
        Bmff.embedProof(source, 0);
        tracks.computeIfAbsent(Bmff.track(source), _ -> new ArrayList<>()).add(copy);
      }
    }
    if (tracks.size() > MOST_TRACKS) {
      throw new CannotSign("segments of more than " + MOST_TRACKS + " tracks");
    }
    return new SegmentedMedia(first, tracks);
  }

  private static Copy copy(Path original, Path folder, Set<String> names)
      throws CannotSign, IOException {
    String name = String.valueOf(original.getFileName());
    if (!names.add(name)) {
      throw new CannotSign("two files with the name " + name);
    }
    Path signed = folder.resolve(name);
    if (Files.exists(signed) && Files.isSameFile(original, signed)) {
      throw new CannotSign("the signed " + name + " would replace the original");
    }
    return new Copy(original, signed);
  }
}
