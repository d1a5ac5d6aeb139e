package io.gasminer.miner.mailbox;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Owns one small file of the state folder: written whole or not at all, its owner's alone, and read
 * up to a cap. Thread-safe.
 */
public record StateFile(Path path, int largest) {
  /** Replaces what is there; makes the folder where nobody else needed it yet. */
  public void write(byte[] content) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException(path + " has no folder");
    }
    Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
    Path part = folder.resolve(path.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      try (FileChannel channel =
          FileChannel.open(part, Set.of(CREATE_NEW, WRITE), ownerOnly(folder, "rw-------"))) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(part, path, ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /**
   * What it holds; empty when it is not there.
   *
   * @throws IOException also when it is larger than it may be, or no plain file
   */
  public Optional<byte[]> read() throws IOException {
    try (InputStream content = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = content.readNBytes(largest + 1);
      if (bytes.length > largest) {
        throw new IOException("it is larger than " + largest + " bytes");
      }
      return Optional.of(bytes);
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    }
  }

  /**
   * Takes it away with what it holds, in one step: what is written meanwhile stays for the next.
   * Empty when it is not there.
   *
   * @throws IOException also when it was larger than it may be, or no plain file; it is gone then
   */
  public Optional<byte[]> take() throws IOException {
    StateFile taken = new StateFile(path.resolveSibling(path.getFileName() + ".taken"), largest);
    try {
      Files.move(path, taken.path, ATOMIC_MOVE);
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    }
    try {
      return taken.read();
    } finally {
      taken.remove();
    }
  }

  /** Removes it; false when it was not there. */
  public boolean remove() throws IOException {
    return Files.deleteIfExists(path);
  }

  private static FileAttribute<?>[] ownerOnly(Path folder, String permissions) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
