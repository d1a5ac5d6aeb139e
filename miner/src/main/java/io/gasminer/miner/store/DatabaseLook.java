package io.gasminer.miner.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Owns what a look at the database shows, whether a miner runs or not. Looking writes nothing, and
 * never claims the state folder.
 */
public sealed interface DatabaseLook {
  /**
   * SQLite answers.
   *
   * @param logBytes the size of the write-ahead log beside it
   * @param damage what the check of its pages found; empty when it is sound
   * @param whole whether the check came to its end within the time
   * @param writable whether this user may write the file and its folder
   */
  record Sqlite(
      Path file, long bytes, long logBytes, List<String> damage, boolean whole, boolean writable)
      implements DatabaseLook {
    /** Copies the list. */
    public Sqlite {
      damage = List.copyOf(damage);
    }
  }

  /**
   * PostgreSQL answers.
   *
   * @param latency of a small question
   * @param ahead how far its clock is before this machine's; negative when behind
   * @param writable whether it takes writes from this user: no standby, and the right to make
   *     tables
   */
  record Postgres(String version, Duration latency, Duration ahead, boolean writable)
      implements DatabaseLook {}

  /** There is none yet: the first start makes it. */
  record Nothing(Path file) implements DatabaseLook {}

  /** It will not open before somebody has acted; the reason never holds a password. */
  record Refused(String reason) implements DatabaseLook {}

  /** It does not answer now; it may later. */
  record Unavailable(String reason) implements DatabaseLook {}

  /**
   * Looks; blocks for about the time given.
   *
   * @param databaseUrl a PostgreSQL address ({@code jdbc:postgresql:…}), or empty for SQLite
   */
  static DatabaseLook at(
      Optional<String> databaseUrl, Path stateDir, Duration within, InstantSource clock) {
    return databaseUrl
        .map(url -> PostgresLook.at(url, within, clock))
        .orElseGet(() -> SqliteLook.at(stateDir.resolve("tasks.db"), within));
  }
}
