package io.gasminer.miner.store;

import io.gasminer.miner.task.Media;
import io.gasminer.miner.task.TaskId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** Owns the SQL of what is known of stored media, without the bytes. */
final class MediaRows {
  private MediaRows() {}

  /** One row. */
  record Row(String contentType, Map<String, String> facts, long size) {}

  static void put(Connection connection, TaskId id, Media media) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into media (task_id, content_type, facts, size) values (?, ?, ?, ?)"
                + " on conflict (task_id) do update set content_type = excluded.content_type,"
                + " facts = excluded.facts, size = excluded.size")) {
      insert.setString(1, id.toString());
      insert.setString(2, media.contentType());
      insert.setString(3, Codec.facts(media.facts()));
      insert.setLong(4, media.bytes().length);
      insert.executeUpdate();
    }
  }

  static Optional<Row> find(Connection connection, TaskId id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select content_type, facts, size from media where task_id = ?")) {
      select.setString(1, id.toString());
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new Row(row.getString(1), Codec.facts(row.getString(2)), row.getLong(3)))
            : Optional.empty();
      }
    }
  }

  static void delete(Connection connection, TaskId id) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from media where task_id = ?")) {
      delete.setString(1, id.toString());
      delete.executeUpdate();
    }
  }
}
