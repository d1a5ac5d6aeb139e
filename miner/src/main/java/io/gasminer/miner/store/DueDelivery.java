package io.gasminer.miner.store;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import io.gasminer.miner.task.StoreUnavailable;
import io.gasminer.miner.task.TaskEvent;
import io.gasminer.miner.task.TaskId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Owns the one write that a command may make beside the miner: a delivery that waits becomes due.
 *
 * <p>On PostgreSQL the nodes find it at their next look; on SQLite it is for a miner that does not
 * run, and found at its next start. It takes no lock of the state folder, so that a miner which is
 * just being started is not turned away. The step that delivers looks for itself what was recorded.
 */
public final class DueDelivery {
  private static final int LONGEST_WAIT_MILLIS = 10_000;

  private DueDelivery() {}

  /** One way to the database. */
  private record Way(Connection connection, JdbcCustomization dialect) {}

  /**
   * Makes it due, and keeps that it was asked for. The archive of the same place must have opened
   * before: tables of another version are not looked at here.
   *
   * @return false when no delivery of the task waits: it is over, or under way this moment
   * @throws StoreUnavailable when the database does not take it
   */
  public static boolean make(
      Optional<String> databaseUrl, Path stateDir, TaskId id, TaskEvent asked) {
    Words words = new Words(databaseUrl.flatMap(DueDelivery::password));
    try {
      Way way = databaseUrl.isPresent() ? postgres(databaseUrl.get()) : sqlite(stateDir);
      try (Connection connection = way.connection()) {
        connection.setAutoCommit(false);
        Transaction transaction = new Transaction(connection, way.dialect(), 0);
        boolean due = transaction.reschedule(Step.DELIVER, id, asked.at());
        if (due) {
          EventRows.insert(transaction, id, List.of(asked));
        }
        connection.commit();
        return due;
      }
    } catch (SQLException failed) {
      throw new StoreUnavailable(
          "could not make the delivery of task " + id + " due: " + words.of(failed), failed);
    }
  }

  private static Optional<String> password(String url) {
    try {
      return PostgresStore.passwordIn(DriverManager.getDriver(url), url);
    } catch (SQLException unreadable) {
      return Optional.empty();
    }
  }

  private static Way postgres(String url) throws SQLException {
    Driver driver = DriverManager.getDriver(url);
    Properties properties = new Properties();
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("socketTimeout", "30");
    properties.setProperty("ApplicationName", "gascli");
    return new Way(
        Optional.ofNullable(driver.connect(url, properties))
            .orElseThrow(() -> new SQLException("the address is not one of PostgreSQL")),
        new PostgreSqlJdbcCustomization(false, false));
  }

  private static Way sqlite(Path stateDir) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setBusyTimeout(LONGEST_WAIT_MILLIS);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl(
        "jdbc:sqlite:" + stateDir.resolve("tasks.db").toAbsolutePath().toUri() + "?mode=rw");
    return new Way(source.getConnection(), new SqliteLockAndFetch());
  }
}
