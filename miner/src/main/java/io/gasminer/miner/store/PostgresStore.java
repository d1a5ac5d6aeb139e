package io.gasminer.miner.store;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;

/**
 * Owns the opening of PostgreSQL, which several nodes may share.
 *
 * <p>The address may carry a password; it is taken apart here, and nothing that is said or logged
 * has it.
 */
final class PostgresStore {
  static final String UNREADABLE =
      "MINER_DATABASE_URL cannot be read; write"
          + " jdbc:postgresql://host:5432/database?user=name&password=word";

  private static final int CONNECTIONS = 12;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
  private static final Duration RECOUNT = Duration.ofSeconds(1);
  // Wrong user or password, no such database, no right to it: the operator must act.
  static final Set<String> OPERATORS = Set.of("28000", "28P01", "3D000", "42501");

  private PostgresStore() {}

  static StoreOpening open(String url, long mostWaiting, StateLock lock) {
    Words words;
    DataSource source;
    try {
      Driver driver = DriverManager.getDriver(url);
      words = new Words(passwordIn(driver, url));
      Properties standard = new Properties();
      standard.setProperty("connectTimeout", Long.toString(LONGEST_WAIT.toSeconds()));
      standard.setProperty("tcpKeepAlive", "true");
      standard.setProperty("ApplicationName", "gas-miner");
      source = ConnectionSource.of(driver, url, standard);
    } catch (SQLException unreadable) {
      return new StoreOpening.Refused(UNREADABLE);
    }
    try (Connection probe = source.getConnection()) {
      probe.isValid((int) LONGEST_WAIT.toSeconds());
    } catch (SQLException failed) {
      return OPERATORS.contains(String.valueOf(failed.getSQLState()))
          ? new StoreOpening.Refused(
              "PostgreSQL refuses MINER_DATABASE_URL: "
                  + words.of(failed)
                  + ". Correct user, password or database")
          : unavailable(words, failed);
    }
    return open(pool(source), words, mostWaiting, lock);
  }

  static Optional<String> passwordIn(Driver driver, String url) throws SQLException {
    return Arrays.stream(driver.getPropertyInfo(url, new Properties()))
        .filter(part -> part.name.equals("password"))
        .flatMap(part -> Stream.ofNullable(part.value))
        .findFirst();
  }

  private static StoreOpening open(
      HikariDataSource pool, Words words, long mostWaiting, StateLock lock) {
    try {
      Schema.migrate(pool, "postgresql");
    } catch (FlywayException failed) {
      pool.close();
      return unavailable(words, failed);
    }
    JdbcCustomization dialect = new PostgreSqlJdbcCustomization(false, false);
    Reading connections = new Reading(pool, words);
    GroupCommit writer =
        new GroupCommit(
            pool, dialect, new Waiting(Optional.of(RECOUNT)), new Accepting(mostWaiting), words);
    Engine engine =
        new Engine(
            writer,
            connections,
            new TableVault(connections),
            new Schedules(pool, dialect, true),
            List.of(pool, lock));
    return new StoreOpening.Opened(new SqlTaskStore(engine));
  }

  private static StoreOpening unavailable(Words words, Exception failed) {
    return new StoreOpening.Unavailable(
        "PostgreSQL does not answer: "
            + words.of(failed)
            + ". Look at the server and the network; the miner can be started again at any time");
  }

  private static HikariDataSource pool(DataSource source) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("postgresql");
    pool.setDataSource(source);
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setConnectionTimeout(LONGEST_WAIT.toMillis());
    pool.setInitializationFailTimeout(-1);
    return new HikariDataSource(pool);
  }
}
