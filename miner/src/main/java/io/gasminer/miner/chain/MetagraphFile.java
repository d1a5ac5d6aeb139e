package io.gasminer.miner.chain;

import io.gasminer.bittensor.epistula.Signer;
import io.gasminer.bittensor.ss58.Ss58Address;
import io.gasminer.miner.events.MinerEvents;
import io.gasminer.miner.task.Pause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A registry that a snapshot file fills, read again when it changes.
 *
 * <p>Thread-safe: one reference is swapped. A file that becomes unreadable leaves the last snapshot
 * in force and is reported once for each change.
 */
public final class MetagraphFile implements ValidatorRegistry {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final long LARGEST = 64L * 1024 * 1024;

  private final Path path;
  private final InstantSource clock;
  private final MinerEvents events;
  private final Thread watcher;
  private volatile MetagraphSnapshot snapshot;
  private volatile Version seen;

  private MetagraphFile(Path path, InstantSource clock, Pause pause, MinerEvents events)
      throws IOException {
    this.path = path;
    this.clock = clock;
    this.events = events;
    this.seen = Version.of(path);
    this.snapshot = read();
    this.watcher = Thread.ofVirtual().name("metagraph-file").start(() -> watch(pause));
  }

  /**
   * Opens the file and watches it.
   *
   * @throws IOException when the file cannot be read
   * @throws IllegalArgumentException when it is no metagraph snapshot
   */
  public static MetagraphFile open(Path path, InstantSource clock, Pause pause, MinerEvents events)
      throws IOException {
    return new MetagraphFile(path, clock, pause, events);
  }

  @Override
  public MetagraphSnapshot snapshot() {
    return snapshot;
  }

  @Override
  public Optional<Signer> find(Ss58Address hotkey) {
    return snapshot.find(hotkey);
  }

  @Override
  public Refresh refresh() {
    Optional<String> problem = readAgain();
    MetagraphSnapshot now = snapshot;
    return problem
        .<Refresh>map(reason -> new Refresh.Kept(reason, now.block(), now.age(clock.instant())))
        .orElseGet(() -> Refresh.done(now));
  }

  @Override
  public void close() {
    watcher.interrupt();
  }

  private void watch(Pause pause) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        pause.forAbout(LOOK_EVERY);
        if (hasChanged()) {
          readAgain();
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean hasChanged() {
    try {
      return !Version.of(path).equals(seen);
    } catch (IOException gone) {
      return !seen.equals(Version.NONE);
    }
  }

  /** What is wrong with the file, when something is. */
  private Optional<String> readAgain() {
    seen = Version.NONE;
    try {
      seen = Version.of(path);
      snapshot = read();
      events.metagraphLoaded(snapshot.block(), snapshot.neurons().size());
      return Optional.empty();
    } catch (IOException | IllegalArgumentException unreadable) {
      String reason = String.valueOf(unreadable.getMessage());
      events.metagraphUnreadable(path, reason);
      return Optional.of(reason);
    }
  }

  /** What changes when the file does; two writes within one tick of the clock differ in size. */
  private record Version(FileTime modified, long size) {
    /** Of a file that is not there. */
    static final Version NONE = new Version(FileTime.fromMillis(Long.MIN_VALUE), -1);

    static Version of(Path path) throws IOException {
      return new Version(Files.getLastModifiedTime(path), Files.size(path));
    }
  }

  private MetagraphSnapshot read() throws IOException {
    if (Files.size(path) > LARGEST) {
      throw new IllegalArgumentException("it is larger than 64 MiB");
    }
    return MetagraphSnapshot.parse(Files.readAllBytes(path), clock.instant());
  }
}
