package io.gasminer.gascli.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * Owns the file with what the supervisor did and what the miner's process printed, and its size.
 *
 * <p>The miner writes to it by itself and goes on when its supervisor is gone. All who write
 * append, so the file can be emptied under them.
 */
record ProcessLog(Path file, InstantSource clock) {
  private static final long LARGEST = 1024 * 1024;
  private static final int KEPT = 64 * 1024;

  /** Makes the file, if need be, for its owner's eyes alone. */
  void create() throws IOException {
    if (!Files.exists(file)) {
      Files.createFile(file);
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
    }
  }

  /** Adds a line of the supervisor's own. */
  void say(String text) {
    String line = clock.instant().truncatedTo(ChronoUnit.MILLIS) + " supervisor: " + text + "\n";
    try {
      Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException fullDisk) {
      // Watching goes on; supervision.json tells the same.
    }
  }

  /** Leaves only the end of a file that has grown too large. */
  void trim() {
    try {
      if (Files.size(file) > LARGEST) {
        try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
          var end = java.nio.ByteBuffer.allocate(KEPT);
          channel.read(end, channel.size() - KEPT);
          channel.truncate(0);
          Files.writeString(
              file,
              "(what was printed before was cut off)\n"
                  + new String(end.array(), 0, end.position(), StandardCharsets.ISO_8859_1),
              StandardCharsets.ISO_8859_1,
              StandardOpenOption.APPEND);
        }
      }
    } catch (IOException unreadable) {
      // It is tried again in a moment.
    }
  }
}
