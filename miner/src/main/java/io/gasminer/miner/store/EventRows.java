package io.gasminer.miner.store;

import io.gasminer.miner.task.TaskEvent;
import io.gasminer.miner.task.TaskId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Owns the SQL of the happenings on the tasks' ways. */
final class EventRows {
  private static final int LONGEST = 1_000;
  // A task that is tried again and again must not fill the disk with its story.
  private static final int MOST = 100;

  private EventRows() {}

  static void insert(Transaction transaction, TaskId id, List<TaskEvent> happened)
      throws SQLException {
    for (TaskEvent event : happened) {
      try (PreparedStatement insert =
          transaction.prepare(
              "insert into task_events (task_id, number, at, kind, words)"
                  + " select ?, coalesce(max(number), 0) + 1, ?, ?, ? from task_events"
                  + " where task_id = ? having coalesce(max(number), 0) < ?")) {
        insert.setString(1, id.toString());
        insert.setLong(2, Codec.micros(event.at()));
        insert.setString(3, event.kind().wireName());
        insert.setString(4, AttemptRows.storable(cut(event.words())));
        insert.setString(5, id.toString());
        insert.setInt(6, MOST);
        insert.executeUpdate();
      }
    }
  }

  static List<TaskEvent> of(Connection connection, TaskId id) throws SQLException {
    List<TaskEvent> events = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select at, kind, words from task_events where task_id = ? order by number")) {
      select.setString(1, id.toString());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          String kind = row.getString("kind").toUpperCase(Locale.ROOT).replace('-', '_');
          events.add(
              new TaskEvent(
                  Codec.instant(row.getLong("at")),
                  TaskEvent.Kind.valueOf(kind),
                  row.getString("words")));
        }
      }
    }
    return events;
  }

  static void delete(Transaction transaction, TaskId id) throws SQLException {
    try (PreparedStatement delete =
        transaction.prepare("delete from task_events where task_id = ?")) {
      delete.setString(1, id.toString());
      delete.executeUpdate();
    }
  }

  private static String cut(String words) {
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST);
  }
}
