package io.gasminer.c2pa.asset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.List;

/**
 * Owns read access to the regular files under one folder. Symbolic links in it are not followed,
 * and neither pipes nor devices are opened.
 */
public final class Folder {
  /** Of file systems in use; a longer name would be an error of the system instead of absent. */
  private static final int LONGEST_NAME = 255;

  private static final int BUFFER = 1024 * 1024;

  private final Path root;

  /** Reads files under that folder, which itself may be reached by a link. */
  public Folder(Path root) {
    this.root = root;
  }

  /**
   * Streams a file into a digest.
   *
   * @param names of the folders on the way and of the file, each a single name
   * @return false where there is no such file, or something else in its place; the digest is then
   *     as it was
   */
  public boolean digest(List<String> names, MessageDigest digest) throws IOException {
    Path at = root;
    try {
      for (int i = 0; i < names.size(); i++) {
        at = at.resolve(single(names.get(i)));
        BasicFileAttributes found =
            Files.readAttributes(at, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        boolean last = i == names.size() - 1;
        if (!(last ? found.isRegularFile() : found.isDirectory())) {
          return false;
        }
      }
    } catch (NoSuchFileException | InvalidPathException absent) {
      return false;
    }
    try (SeekableByteChannel file =
        Files.newByteChannel(at, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      ByteBuffer buffer = ByteBuffer.allocate(Math.clamp(file.size(), 1, BUFFER));
      while (file.read(buffer) >= 0) {
        digest.update(buffer.flip());
        buffer.clear();
      }
    }
    return true;
  }

  private static Path single(String name) {
    Path path = Path.of(name);
    if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME
        || path.isAbsolute()
        || path.getNameCount() != 1
        || !path.normalize().equals(path)) {
      throw new InvalidPathException(name, "not one name");
    }
    return path;
  }
}
