package io.gasminer.miner.store;

import io.gasminer.miner.task.StoreUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Owns reading: a connection for as long as one question takes. Thread-safe. */
record Reading(DataSource connections, Words words) {
  /** One question to the database. */
  @FunctionalInterface
  interface Question<T> {
    T to(Connection connection) throws SQLException;
  }

  <T> T ask(String doing, Question<T> question) {
    try (Connection connection = connections.getConnection()) {
      return question.to(connection);
    } catch (SQLException failed) {
      throw new StoreUnavailable("could not " + doing + ": " + words.of(failed), failed);
    }
  }
}
