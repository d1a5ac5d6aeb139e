package io.gasminer.miner.vitals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Owns {@code vitals.json} in the state folder: readable by the operator alone, replaced as a
 * whole, gone when the miner has stopped in order.
 *
 * <p>It is of use for minutes, so it is never synced, and a folder that cannot be written costs the
 * operator a line of {@code status} and the miner nothing. Thread-safe.
 */
public final class VitalsFile {
  /** How often a miner writes it. */
  public static final Duration INTERVAL = Duration.ofSeconds(5);

  private static final int LARGEST = 64 * 1024;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .build();

  private final Path file;
  private final Supplier<Vitals> vitals;
  private boolean gone;

  /** The file in that folder; what stands in it is asked for at each writing. */
  public VitalsFile(Path stateDir, Supplier<Vitals> vitals) {
    this.file = in(stateDir);
    this.vitals = vitals;
  }

  /** What the miner of that folder last wrote; empty when there is nothing that can be read. */
  public static Optional<Vitals> read(Path stateDir) {
    try (InputStream in = Files.newInputStream(in(stateDir))) {
      return Optional.of(JSON.readValue(in.readNBytes(LARGEST), Vitals.class));
    } catch (IOException | JacksonException notThereOrNotWhole) {
      return Optional.empty();
    }
  }

  /** Writes it anew. */
  public synchronized void write() {
    if (gone) {
      return;
    }
    Path part = file.resolveSibling("vitals.json.part");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.deleteIfExists(part);
      Files.createFile(part, ownerOnly());
      Files.write(part, JSON.writeValueAsBytes(vitals.get()));
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException notWritable) {
      // The store speaks of a disk that is full; this would say it again every five seconds.
    }
  }

  /** Takes it away, for good. */
  public synchronized void remove() {
    gone = true;
    try {
      Files.deleteIfExists(file);
    } catch (IOException stays) {
      // Who reads it sees that its process has ended.
    }
  }

  private static Path in(Path stateDir) {
    return stateDir.resolve("vitals.json");
  }

  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
