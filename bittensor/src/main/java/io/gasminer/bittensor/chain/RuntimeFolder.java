package io.gasminer.bittensor.chain;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.gasminer.bittensor.metadata.RuntimeMetadata;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Owns what is kept of runtimes between two runs: their descriptions, so that a process need not
 * fetch half a megabyte before its first question, and whether their stakes can be reckoned.
 *
 * <p>A file is its owner's alone, is replaced as a whole, and begins with a SHA-256 of its name and
 * content; one that is damaged is thrown away. A folder that cannot be read or written is as good
 * as none. Thread-safe.
 */
public final class RuntimeFolder {
  private static final int SEAL = 32;
  private static final int LARGEST = 4 << 20;
  private static final int MOST_FILES = 12;
  private static final String PREFIX = "runtime-";
  private static final String DESCRIPTION = ".metadata";

  private final Optional<Path> folder;
  private final InstantSource clock;
  private volatile Optional<EarlyReading> early = Optional.empty();

  private RuntimeFolder(Optional<Path> folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * Keeps them in a folder, which is made when there is something to keep. Begins to read the
   * newest description, so it is best made before the connection is.
   */
  public static RuntimeFolder at(Path folder, InstantSource clock) {
    RuntimeFolder kept = new RuntimeFolder(Optional.of(folder), clock);
    kept.early = Optional.of(EarlyReading.of(kept));
    return kept;
  }

  /** Keeps nothing. */
  public static RuntimeFolder none() {
    return new RuntimeFolder(Optional.empty(), InstantSource.system());
  }

  /** The time by which a file is old. */
  Instant now() {
    return clock.instant();
  }

  /** What that file describes. */
  Optional<RuntimeMetadata> description(String name) {
    Optional<RuntimeMetadata> read = early.flatMap(reading -> reading.named(name));
    if (read.isPresent()) {
      // Whoever asks a second time doubts the first answer.
      early = Optional.empty();
    }
    return read.or(() -> parsed(name));
  }

  Optional<RuntimeMetadata> parsed(String name) {
    return read(name).flatMap(bytes -> RuntimeMetadata.parse(bytes).found());
  }

  /** The name of the description that was kept last. */
  Optional<String> newest() {
    return folder.flatMap(
        parent -> {
          try (Stream<Path> files = Files.list(parent)) {
            return files
                .filter(file -> isKept(file) && file.toString().endsWith(DESCRIPTION))
                .max(Comparator.comparing(RuntimeFolder::modified))
                .map(file -> String.valueOf(file.getFileName()));
          } catch (IOException absent) {
            return Optional.empty();
          }
        });
  }

  Optional<byte[]> read(String name) {
    return folder.map(parent -> parent.resolve(name)).flatMap(file -> read(file, name));
  }

  /** The content, unless it is older than that. */
  Optional<byte[]> read(String name, Duration oldest) {
    return folder
        .map(parent -> parent.resolve(name))
        .filter(file -> isYounger(file, oldest))
        .flatMap(file -> read(file, name));
  }

  void write(String name, byte[] content) {
    early = Optional.empty();
    folder.ifPresent(
        parent -> {
          try {
            write(parent, name, content);
            prune(parent);
          } catch (IOException notKept) {
            remove(name);
          }
        });
  }

  void remove(String name) {
    early = Optional.empty();
    folder.map(parent -> parent.resolve(name)).ifPresent(RuntimeFolder::delete);
  }

  private static Optional<byte[]> read(Path file, String name) {
    try (InputStream content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = content.readNBytes(SEAL + LARGEST + 1);
      byte[] kept = Arrays.copyOfRange(bytes, Math.min(SEAL, bytes.length), bytes.length);
      if (kept.length <= LARGEST
          && MessageDigest.isEqual(Arrays.copyOf(bytes, SEAL), seal(name, kept))) {
        return Optional.of(kept);
      }
    } catch (IOException absent) {
      return Optional.empty();
    }
    delete(file);
    return Optional.empty();
  }

  private boolean isYounger(Path file, Duration oldest) {
    Instant written = modified(file);
    return !written.isAfter(now()) && written.isAfter(now().minus(oldest));
  }

  private void write(Path parent, String name, byte[] content) throws IOException {
    Files.createDirectories(parent, ownerOnly(parent, "rwx------"));
    Path part = parent.resolve(name + "." + UUID.randomUUID() + ".part");
    try {
      Files.createFile(part, ownerOnly(parent, "rw-------"));
      byte[] sealed = Arrays.copyOf(seal(name, content), SEAL + content.length);
      System.arraycopy(content, 0, sealed, SEAL, content.length);
      Files.write(part, sealed);
      Files.setLastModifiedTime(part, FileTime.from(now()));
      Files.move(part, parent.resolve(name), ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  // Runtimes come and go every few weeks; the oldest files are of those that went.
  private static void prune(Path parent) throws IOException {
    try (Stream<Path> files = Files.list(parent)) {
      files
          .filter(RuntimeFolder::isKept)
          .sorted(Comparator.comparing(RuntimeFolder::modified).reversed())
          .skip(MOST_FILES)
          .forEach(RuntimeFolder::delete);
    }
  }

  private static boolean isKept(Path file) {
    return String.valueOf(file.getFileName()).startsWith(PREFIX);
  }

  private static Instant modified(Path file) {
    try {
      return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
    } catch (IOException gone) {
      return Instant.MIN;
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException stays) {
      // It is read again next time, and found damaged again.
    }
  }

  private static byte[] seal(String name, byte[] content) {
    return RuntimeName.sha256(name.getBytes(StandardCharsets.UTF_8), content);
  }

  private static FileAttribute<?>[] ownerOnly(Path parent, String permissions) {
    return parent.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
