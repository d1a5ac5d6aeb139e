package io.gasminer.miner.store;

import io.gasminer.miner.task.StoreUnavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Owns the opening of SQLite for reading only.
 *
 * <p>Beside a running miner, or after a crash, its log is read with it. A database without a log is
 * closed and whole; it is read as it stands, since SQLite would otherwise make a log for it and
 * leave it behind.
 */
final class SqliteArchive {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
  private static final String TABLES =
      "select count(*) from sqlite_master where name = 'schema_history'";

  private SqliteArchive() {}

  static ArchiveOpening open(Path folder) {
    Path file = folder.resolve("tasks.db");
    if (!Files.exists(file)) {
      return Files.isDirectory(folder) && !Files.isExecutable(folder)
          ? new ArchiveOpening.Unavailable(
              "the state folder "
                  + folder
                  + " may not be entered; run gascli as the user that the miner runs as")
          : new ArchiveOpening.Nothing(
              "no miner has kept tasks in the state folder "
                  + folder
                  + " yet; start it, or set MINER_STATE_DIR as the miner has it");
    }
    if (!Files.isReadable(file)) {
      return new ArchiveOpening.Unavailable(
          "the database "
              + file
              + " may not be read; run gascli as the user that the miner runs as");
    }
    Words words = new Words(Optional.empty());
    Reading reading = new Reading(ConnectionSource.of(() -> connect(file)), words);
    try {
      int version = reading.ask("read " + file, from -> Archives.version(from, TABLES));
      return version == 0
          ? new ArchiveOpening.Nothing(
              "the database " + file + " has no tables yet; start the miner once")
          : Archives.mismatch(version)
              .<ArchiveOpening>map(
                  why -> new ArchiveOpening.Unavailable("the database " + file + ": " + why))
              .orElseGet(() -> new ArchiveOpening.Opened(archive(reading, folder)));
    } catch (StoreUnavailable failed) {
      return new ArchiveOpening.Unavailable(
          failed.getMessage()
              + ". Try again; if the miner cannot start either, the file is damaged");
    }
  }

  private static SqlTaskArchive archive(Reading reading, Path folder) {
    Path media = folder.resolve("media");
    return new SqlTaskArchive(
        reading,
        new SqliteLockAndFetch(),
        id -> Files.exists(media.resolve(id.toString())),
        () -> {});
  }

  /** A connection that reads alone; the caller closes it. */
  static Connection connect(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout((int) LONGEST_WAIT.toMillis());
    SQLiteDataSource source = new SQLiteDataSource(config);
    boolean whole = !Files.exists(file.resolveSibling("tasks.db-wal"));
    source.setUrl(
        "jdbc:sqlite:" + file.toAbsolutePath().toUri() + (whole ? "?immutable=1" : "?mode=ro"));
    return source.getConnection();
  }
}
