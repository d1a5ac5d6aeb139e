package io.gasminer.miner.store;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Properties;

/** Owns the look at PostgreSQL: one connection, two small questions. */
final class PostgresLook {
  private static final String QUESTION =
      "select clock_timestamp(), not pg_is_in_recovery() and"
          + " has_schema_privilege(coalesce(current_schema(), 'public'), 'CREATE')";

  private PostgresLook() {}

  static DatabaseLook at(String url, Duration within, InstantSource clock) {
    Words words;
    Driver driver;
    try {
      driver = DriverManager.getDriver(url);
      words = new Words(PostgresStore.passwordIn(driver, url));
    } catch (SQLException unreadable) {
      return new DatabaseLook.Refused(
          "MINER_DATABASE_URL cannot be read; write"
              + " jdbc:postgresql://host:5432/database?user=name&password=word");
    }
    String seconds = Long.toString(Math.max(1, within.toSeconds()));
    Properties standard = new Properties();
    standard.setProperty("connectTimeout", seconds);
    standard.setProperty("socketTimeout", seconds);
    standard.setProperty("loginTimeout", seconds);
    standard.setProperty("ApplicationName", "gascli");
    try (Connection connection = ConnectionSource.of(driver, url, standard).getConnection();
        Statement statement = connection.createStatement()) {
      return asked(connection, statement, clock);
    } catch (SQLException failed) {
      return PostgresStore.OPERATORS.contains(String.valueOf(failed.getSQLState()))
          ? new DatabaseLook.Refused("PostgreSQL refuses MINER_DATABASE_URL: " + words.of(failed))
          : new DatabaseLook.Unavailable("PostgreSQL does not answer: " + words.of(failed));
    }
  }

  private static DatabaseLook asked(Connection connection, Statement statement, InstantSource clock)
      throws SQLException {
    // The first question also pays for what the connection prepares once.
    statement.execute("select 1");
    Instant before = clock.instant();
    long begun = System.nanoTime();
    try (ResultSet row = statement.executeQuery(QUESTION)) {
      Duration latency = Duration.ofNanos(System.nanoTime() - begun);
      row.next();
      Instant there = row.getObject(1, OffsetDateTime.class).toInstant();
      return new DatabaseLook.Postgres(
          connection.getMetaData().getDatabaseProductVersion(),
          latency,
          Duration.between(before.plus(latency.dividedBy(2)), there),
          row.getBoolean(2));
    }
  }
}
