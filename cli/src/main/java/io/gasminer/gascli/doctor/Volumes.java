package io.gasminer.gascli.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** How the file system under a folder is found out; handed in, as none can be filled for a test. */
@FunctionalInterface
public interface Volumes {
  /**
   * Owns what is known of a file system.
   *
   * @param free bytes that this user may still write
   * @param type as the kernel calls it: {@code ext4}, {@code nfs4}, …
   * @param freeFiles how many more files it takes; empty where that is not told
   */
  record Volume(long free, String type, OptionalLong freeFiles) {}

  /** The file system of a folder that exists. */
  Volume of(Path folder) throws IOException;

  /** This machine's. */
  static Volumes real() {
    return folder -> {
      FileStore store = Files.getFileStore(folder);
      return new Volume(store.getUsableSpace(), store.type(), FreeFiles.of(folder));
    };
  }
}
