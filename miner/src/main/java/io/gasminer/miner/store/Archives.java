package io.gasminer.miner.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Owns the opening of the store for reading, beside a miner that runs or not: nothing is created,
 * migrated or locked.
 */
public final class Archives {
  private Archives() {}

  /**
   * Opens the store that the configuration names.
   *
   * @param databaseUrl a PostgreSQL address ({@code jdbc:postgresql:…}), or empty for SQLite
   * @param stateDir where SQLite and its media live
   */
  public static ArchiveOpening open(Optional<String> databaseUrl, Path stateDir) {
    return databaseUrl.isPresent()
        ? PostgresArchive.open(databaseUrl.get())
        : SqliteArchive.open(stateDir);
  }

  /** Why tables of that version cannot be read by this one, or empty when they can. */
  static Optional<String> mismatch(int found) {
    if (found == Schema.VERSION) {
      return Optional.empty();
    }
    return Optional.of(
        found < Schema.VERSION
            ? "its tables are of version "
                + found
                + ", older than "
                + Schema.VERSION
                + ", which this gascli reads; start the miner once with this version: it brings"
                + " them up to date"
            : "its tables are of version "
                + found
                + ", newer than "
                + Schema.VERSION
                + ", which this gascli reads; use the gascli of the version that the miner has");
  }

  /** The version of the tables, or 0 when there are none. */
  static int version(Connection connection, String tablesSql) throws SQLException {
    try (PreparedStatement tables = connection.prepareStatement(tablesSql);
        ResultSet row = tables.executeQuery()) {
      if (!row.next() || row.getInt(1) == 0) {
        return 0;
      }
    }
    int newest = 0;
    try (PreparedStatement versions =
            connection.prepareStatement(
                "select version from schema_history where success and version is not null");
        ResultSet row = versions.executeQuery()) {
      while (row.next()) {
        newest = Math.max(newest, Integer.parseInt(row.getString(1)));
      }
    }
    return newest;
  }
}
