package io.gasminer.miner.store;

import io.gasminer.miner.task.Media;
import io.gasminer.miner.task.StoreUnavailable;
import io.gasminer.miner.task.TaskId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Owns media as files beside the SQLite database: a video of hundreds of megabytes would otherwise
 * pass through its log and hold up every accept.
 *
 * <p>The file is on disk before the row that names it, and the row is gone before the file, so a
 * crash leaves at worst a file without a row, which the next start removes.
 */
final class FileVault implements MediaVault {
  private static final int PIECE = 1 << 20;

  private final Path folder;
  private final GroupCommit writer;
  private final Reading reader;

  FileVault(Path folder, GroupCommit writer, Reading reader) {
    this.folder = folder;
    this.writer = writer;
    this.reader = reader;
  }

  @Override
  public void store(TaskId id, Media media) {
    Path part = folder.resolve(id + ".part");
    try {
      writeDurably(part, media.bytes());
      Files.move(part, file(id), StandardCopyOption.ATOMIC_MOVE);
      syncFolder();
    } catch (IOException failed) {
      throw new StoreUnavailable(
          "could not store the media of task " + id + ": " + reader.words().of(failed), failed);
    }
    writer.commit(
        "store the media of task " + id,
        transaction -> {
          MediaRows.put(transaction.connection(), id, media);
          return true;
        });
  }

  @Override
  public Optional<Media> load(TaskId id) {
    Optional<MediaRows.Row> row =
        reader.ask("find the media of task " + id, from -> MediaRows.find(from, id));
    if (row.isEmpty()) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Files.readAllBytes(file(id));
      return Optional.of(new Media(bytes, row.get().contentType(), row.get().facts()));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    } catch (IOException failed) {
      throw new StoreUnavailable(
          "could not read the media of task " + id + ": " + reader.words().of(failed), failed);
    }
  }

  @Override
  public OptionalLong size(TaskId id) {
    return reader
        .ask("find the media of task " + id, from -> MediaRows.find(from, id))
        .filter(row -> Files.exists(file(id)))
        .map(row -> OptionalLong.of(row.size()))
        .orElse(OptionalLong.empty());
  }

  @Override
  public void release(TaskId id) {
    writer.commit(
        "release the media of task " + id,
        transaction -> {
          MediaRows.delete(transaction.connection(), id);
          return true;
        });
    try {
      Files.deleteIfExists(file(id));
    } catch (IOException leftForTheNextStart) {
      // The row is gone, so the file is nobody's; removeOrphans takes it.
    }
  }

  /** Removes files that no row names: what a crash left between the file and the row. */
  void removeOrphans() {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Optional<TaskId> id = TaskId.parse(file.getFileName().toString());
        if (id.isEmpty() || size(id.get()).isEmpty()) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException failed) {
      throw new StoreUnavailable(
          "could not look through " + folder + ": " + reader.words().of(failed), failed);
    }
  }

  private Path file(TaskId id) {
    return folder.resolve(id.toString());
  }

  // In pieces: the JDK copies what it writes into a direct buffer of the same size.
  private static void writeDurably(Path path, byte[] bytes) throws IOException {
    Files.deleteIfExists(path);
    Private.createFile(path);
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      for (int from = 0; from < bytes.length; from += PIECE) {
        ByteBuffer piece = ByteBuffer.wrap(bytes, from, Math.min(PIECE, bytes.length - from));
        while (piece.hasRemaining()) {
          channel.write(piece);
        }
      }
      channel.force(true);
    }
  }

  private void syncFolder() throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
