package io.gasminer.miner.store;

import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import io.gasminer.miner.task.StoreUnavailable;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/** Owns the opening of PostgreSQL for reading only: one connection that may not write. */
final class PostgresArchive {
  private static final String TABLES =
      "select count(*) from pg_catalog.pg_tables where tablename = 'schema_history'"
          + " and schemaname = any (current_schemas(false))";

  private PostgresArchive() {}

  static ArchiveOpening open(String url) {
    Driver driver;
    Words words;
    try {
      driver = DriverManager.getDriver(url);
      words = new Words(PostgresStore.passwordIn(driver, url));
    } catch (SQLException unreadable) {
      return new ArchiveOpening.Unavailable(PostgresStore.UNREADABLE);
    }
    Connection connection;
    try {
      connection = connect(driver, url);
    } catch (SQLException failed) {
      return new ArchiveOpening.Unavailable(
          "PostgreSQL cannot be asked: "
              + words.of(failed)
              + ". Look at the server, the network and MINER_DATABASE_URL");
    }
    Reading reading = new Reading(ConnectionSource.bound(connection), words);
    ArchiveOpening opening = open(reading, connection);
    if (!(opening instanceof ArchiveOpening.Opened)) {
      Engine.closeQuietly(connection);
    }
    return opening;
  }

  private static ArchiveOpening open(Reading reading, Connection connection) {
    try {
      int version = reading.ask("read PostgreSQL", from -> Archives.version(from, TABLES));
      return version == 0
          ? new ArchiveOpening.Nothing(
              "no miner has kept tasks in the database of MINER_DATABASE_URL yet; start it once")
          : Archives.mismatch(version)
              .<ArchiveOpening>map(
                  why ->
                      new ArchiveOpening.Unavailable("the database of MINER_DATABASE_URL: " + why))
              .orElseGet(
                  () ->
                      new ArchiveOpening.Opened(
                          new SqlTaskArchive(
                              reading,
                              new PostgreSqlJdbcCustomization(false, false),
                              id -> true,
                              connection)));
    } catch (StoreUnavailable failed) {
      return new ArchiveOpening.Unavailable(
          failed.getMessage() + ". Look at the server and the rights of the user");
    }
  }

  static Connection connect(Driver driver, String url) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("socketTimeout", "30");
    properties.setProperty("ApplicationName", "gascli");
    // Without it only transactions that are begun by hand would be read-only.
    properties.setProperty("readOnlyMode", "always");
    Connection connection =
        Optional.ofNullable(driver.connect(url, properties))
            .orElseThrow(() -> new SQLException("the address is not one of PostgreSQL"));
    connection.setReadOnly(true);
    return connection;
  }
}
