package io.gasminer.miner.store;

import io.gasminer.miner.task.Media;
import io.gasminer.miner.task.TaskId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Owns media in PostgreSQL, a mebibyte a row, so that another node can deliver them.
 *
 * <p>Written on a connection of its own, so that a large video does not hold up the accepts.
 */
final class TableVault implements MediaVault {
  private static final int CHUNK = 1 << 20;

  private final Reading connections;

  TableVault(Reading connections) {
    this.connections = connections;
  }

  @Override
  public void store(TaskId id, Media media) {
    connections.ask(
        "store the media of task " + id,
        connection -> inTransaction(connection, () -> write(connection, id, media)));
  }

  @Override
  public Optional<Media> load(TaskId id) {
    return connections.ask("find the media of task " + id, connection -> read(connection, id));
  }

  @Override
  public OptionalLong size(TaskId id) {
    return connections
        .ask("find the media of task " + id, connection -> MediaRows.find(connection, id))
        .map(row -> OptionalLong.of(row.size()))
        .orElse(OptionalLong.empty());
  }

  @Override
  public void release(TaskId id) {
    connections.ask(
        "release the media of task " + id,
        connection -> {
          MediaRows.delete(connection, id);
          return true;
        });
  }

  /** Statements that belong together. */
  @FunctionalInterface
  private interface Statements {
    void run() throws SQLException;
  }

  private static boolean inTransaction(Connection connection, Statements statements)
      throws SQLException {
    connection.setAutoCommit(false);
    try {
      statements.run();
      connection.commit();
      return true;
    } catch (SQLException | RuntimeException failed) {
      connection.rollback();
      throw failed;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private static void write(Connection connection, TaskId id, Media media) throws SQLException {
    MediaRows.delete(connection, id);
    MediaRows.put(connection, id, media);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into media_chunks (task_id, number, bytes) values (?, ?, ?)")) {
      byte[] bytes = media.bytes();
      for (int number = 0; (long) number * CHUNK < bytes.length; number++) {
        int from = number * CHUNK;
        insert.setString(1, id.toString());
        insert.setInt(2, number);
        insert.setBytes(3, Arrays.copyOfRange(bytes, from, Math.min(from + CHUNK, bytes.length)));
        insert.executeUpdate();
      }
    }
  }

  private static Optional<Media> read(Connection connection, TaskId id) throws SQLException {
    Optional<MediaRows.Row> row = MediaRows.find(connection, id);
    if (row.isEmpty()) {
      return Optional.empty();
    }
    byte[] bytes = new byte[Math.toIntExact(row.get().size())];
    try (PreparedStatement select =
        connection.prepareStatement(
            "select bytes from media_chunks where task_id = ? and number = ?")) {
      for (int at = 0; at < bytes.length; at += CHUNK) {
        select.setString(1, id.toString());
        select.setInt(2, at / CHUNK);
        try (ResultSet found = select.executeQuery()) {
          if (!found.next()) {
            // Released between the two questions.
            return Optional.empty();
          }
          byte[] chunk = found.getBytes(1);
          System.arraycopy(chunk, 0, bytes, at, chunk.length);
        }
      }
    }
    return Optional.of(new Media(bytes, row.get().contentType(), row.get().facts()));
  }
}
