package io.gasminer.miner.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Owns the ways of this package to come by a connection. Its text is never an address, as that may
 * carry a password.
 */
final class ConnectionSource implements DataSource {
  /** One way to come by a connection. */
  @FunctionalInterface
  interface Opening {
    Connection open() throws SQLException;
  }

  private final Opening opening;

  private ConnectionSource(Opening opening) {
    this.opening = opening;
  }

  /** New connections to an address. */
  static DataSource of(Driver driver, String url, Properties properties) {
    return new ConnectionSource(() -> driver.connect(url, properties));
  }

  /** New connections, each opened so. */
  static DataSource of(Opening opening) {
    return new ConnectionSource(opening);
  }

  /** A view of a pool whose connections get one statement before they are handed out. */
  static DataSource prepared(DataSource pool, String statement) {
    return new ConnectionSource(
        () -> {
          Connection connection = pool.getConnection();
          try (Statement before = connection.createStatement()) {
            before.execute(statement);
            return connection;
          } catch (SQLException failed) {
            connection.close();
            throw failed;
          }
        });
  }

  /**
   * One given connection, so that db-scheduler writes into the transaction that is under way.
   * Closing what is handed out does nothing.
   */
  static DataSource bound(Connection connection) {
    Connection kept =
        (Connection)
            Proxy.newProxyInstance(
                ConnectionSource.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("close")) {
                    return null;
                  }
                  try {
                    return method.invoke(connection, arguments);
                  } catch (InvocationTargetException failed) {
                    throw failed.getCause() == null ? failed : failed.getCause();
                  }
                });
    return new ConnectionSource(() -> kept);
  }

  @Override
  public Connection getConnection() throws SQLException {
    return opening.open();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("the credentials are fixed");
  }

  @Override
  public java.io.PrintWriter getLogWriter() throws SQLException {
    throw new SQLFeatureNotSupportedException("no log");
  }

  @Override
  public void setLogWriter(java.io.PrintWriter out) {}

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    // What a pool that closes waits for a connection that is just being made.
    return 5;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("no log");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLFeatureNotSupportedException("nothing is wrapped");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
