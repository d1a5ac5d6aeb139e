package io.gasminer.gascli.setup;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;

/**
 * Owns the file with the settings on disk: reading it, and replacing it whole or not at all, its
 * owner's alone from the first byte, with a copy of what was there.
 *
 * @param path of the file; a link stays one, and what it names is replaced
 */
public record EnvDisk(Path path) {
  private static final int LARGEST = 1024 * 1024;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  /** What reading ended in. */
  public sealed interface Reading {
    /** Its text; empty where there is no file yet. */
    record Read(Optional<String> text) implements Reading {
      @Override
      public String toString() {
        return "Read[" + (text.isPresent() ? "a text" : "nothing") + "]";
      }
    }

    /** It is there and cannot be read. */
    record Unreadable(String reason) implements Reading {}
  }

  /** What writing ended in. */
  public sealed interface Writing {
    /** It is on disk; with the copy of what was there. */
    record Written(Optional<Path> backup) implements Writing {}

    /** Nothing has changed. */
    record Failed(String reason) implements Writing {}
  }

  /** Reads it, at most 1 MiB. */
  public Reading read() {
    if (!Files.exists(path)) {
      return new Reading.Read(Optional.empty());
    }
    if (!Files.isRegularFile(path)) {
      return new Reading.Unreadable(path + " is no file");
    }
    try (var content = Files.newInputStream(path)) {
      byte[] bytes = content.readNBytes(LARGEST + 1);
      return bytes.length > LARGEST
          ? new Reading.Unreadable(path + " is larger than 1 MiB, so it is no file of settings")
          : new Reading.Read(
              Optional.of(
                  StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString()));
    } catch (CharacterCodingException notUtf8) {
      return new Reading.Unreadable(path + " is not UTF-8");
    } catch (IOException unreadable) {
      return new Reading.Unreadable(path + " cannot be read (" + unreadable + ")");
    }
  }

  /**
   * Writes it.
   *
   * @param before what was read, and has a copy made of it
   */
  public Writing write(Optional<String> before, String text, Instant now) {
    try {
      Path target = Files.exists(path) ? path.toRealPath() : path;
      Optional<Path> backup = Optional.empty();
      if (before.isPresent()) {
        backup = Optional.of(copy(target, before.get(), now));
      }
      Path part = target.resolveSibling(target.getFileName() + ".part");
      Files.deleteIfExists(part);
      put(part, text);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      return new Writing.Written(backup);
    } catch (IOException refused) {
      return new Writing.Failed(
          "the disk refuses (%s); free it, or make %s writable for this user"
              .formatted(refused, path.getParent()));
    }
  }

  private static Path copy(Path target, String text, Instant now) throws IOException {
    String name = target.getFileName() + "." + STAMP.format(now);
    for (int more = 0; ; more++) {
      Path copy = target.resolveSibling(name + (more == 0 ? "" : "-" + more) + ".bak");
      try {
        put(copy, text);
        return copy;
      } catch (FileAlreadyExistsException inThisSecond) {
        // The next name is tried.
      }
    }
  }

  private static void put(Path file, String text) throws IOException {
    try (FileChannel channel = FileChannel.open(file, Set.of(CREATE_NEW, WRITE), mode(file))) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private static FileAttribute<?>[] mode(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
