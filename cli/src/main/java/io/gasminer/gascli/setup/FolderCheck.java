package io.gasminer.gascli.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Owns the look at a folder that need not be there yet; it makes none. */
final class FolderCheck {
  private static final long ENOUGH = 1L << 30;

  private FolderCheck() {}

  static Finding of(Path folder) {
    Path there = folder.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there)) {
      return new Finding.Wrong(there + " is a file, so nothing can be kept below it");
    }
    if (!Files.isWritable(there)) {
      return new Finding.Wrong(
          "this user may not write in " + there + "; take another folder, or change its owner");
    }
    try {
      long free = Files.getFileStore(there).getUsableSpace();
      String room = "%d MiB are free in %s".formatted(free >> 20, there);
      return free < ENOUGH
          ? new Finding.Doubtful("only " + room + "; a video may have 100 of them")
          : new Finding.Fine(folder + " can be written, " + room);
    } catch (IOException unknown) {
      return new Finding.Doubtful("how much room there is in " + there + " cannot be told");
    }
  }
}
