package io.gasminer.miner.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteErrorCode;

/** Owns the look at SQLite: read only, beside a miner that writes. */
final class SqliteLook {
  private static final int STEPS_BETWEEN_LOOKS_AT_THE_CLOCK = 10_000;
  private static final String SOUND = "ok";

  private SqliteLook() {}

  static DatabaseLook at(Path file, Duration within) {
    if (!Files.exists(file)) {
      return new DatabaseLook.Nothing(file);
    }
    List<String> damage = new ArrayList<>();
    boolean whole = true;
    try (Connection connection = SqliteArchive.connect(file);
        Statement statement = connection.createStatement()) {
      long begun = System.nanoTime();
      ProgressHandler.setHandler(
          connection,
          STEPS_BETWEEN_LOOKS_AT_THE_CLOCK,
          new ProgressHandler() {
            @Override
            protected int progress() {
              return System.nanoTime() - begun > within.toNanos() ? 1 : 0;
            }
          });
      read(statement, damage);
    } catch (SQLException failed) {
      if (failed.getErrorCode() != SQLiteErrorCode.SQLITE_INTERRUPT.code) {
        return unusable(file, failed);
      }
      whole = false;
    }
    return new DatabaseLook.Sqlite(
        file,
        size(file),
        size(file.resolveSibling(file.getFileName() + "-wal")),
        damage,
        whole,
        Files.isWritable(file) && Files.isWritable(file.toAbsolutePath().getParent()));
  }

  private static void read(Statement statement, List<String> damage) throws SQLException {
    try (ResultSet rows = statement.executeQuery("PRAGMA quick_check(5)")) {
      while (rows.next()) {
        String said = rows.getString(1);
        if (!SOUND.equals(said)) {
          damage.add(said);
        }
      }
    }
  }

  private static DatabaseLook unusable(Path file, SQLException failed) {
    String reason = file + ": " + new Words(Optional.empty()).of(failed);
    // The low byte is the plain code; the others say more of the same.
    int code = failed.getErrorCode() & 0xFF;
    return code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code
        ? new DatabaseLook.Unavailable(reason)
        : new DatabaseLook.Refused(reason);
  }

  private static long size(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException unreadable) {
      return 0;
    }
  }
}
