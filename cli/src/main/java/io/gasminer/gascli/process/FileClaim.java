package io.gasminer.gascli.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Owns the claim of one process on a file; the operating system drops it with the process.
 *
 * @param channel stays open as long as the claim stands
 */
record FileClaim(FileChannel channel) implements AutoCloseable {
  /** The claim, or empty when another process holds it. */
  static Optional<FileClaim> on(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(channel, false) == null) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(new FileClaim(channel));
  }

  /** Whether another process holds the file. */
  static boolean isHeld(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return tryLock(channel, true) == null;
    } catch (IOException nobodyHasMadeIt) {
      return false;
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel, boolean shared)
      throws IOException {
    try {
      return channel.tryLock(0, Long.MAX_VALUE, shared);
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
