package io.gasminer.miner.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Owns the claim of one process on a state folder; the operating system drops it with the process.
 */
final class StateLock implements AutoCloseable {
  private final FileChannel channel;

  private StateLock(FileChannel channel) {
    this.channel = channel;
  }

  /** The claim, or empty when another process holds it. */
  static Optional<StateLock> claim(Path folder) throws IOException {
    Path file = folder.resolve("miner.lock");
    Private.createFile(file);
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    FileLock lock = tryLock(channel);
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    // Not in the locked file: closing any other channel on that one would drop the lock.
    Path pid = folder.resolve("miner.pid");
    Private.createFile(pid);
    Files.writeString(pid, Long.toString(ProcessHandle.current().pid()));
    return Optional.of(new StateLock(channel));
  }

  /** Who holds the folder, as far as can be told. */
  static String holder(Path folder) {
    try {
      String pid = Files.readString(folder.resolve("miner.pid")).strip();
      return pid.matches("\\d{1,10}") ? "process " + pid : "another process";
    } catch (IOException unknown) {
      return "another process";
    }
  }

  private static @org.jspecify.annotations.Nullable FileLock tryLock(FileChannel channel)
      throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
