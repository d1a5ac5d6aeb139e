package io.gasminer.miner.store;

import io.gasminer.miner.task.LastDelivery;
import io.gasminer.miner.task.TaskId;
import io.gasminer.miner.task.TaskReceipt;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Owns the SQL by which an archive looks through the receipts of all tasks. */
final class ArchiveReceipts {
  private static final String RECORDED = "('recorded', 'already-processed')";

  private ArchiveReceipts() {}

  static List<TaskReceipt> newest(
      Connection connection, int limit, Instant since, boolean failedOnly) throws SQLException {
    List<TaskReceipt> found = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select * from attempts join tasks on task_id = id where at >= ?"
                + (failedOnly ? " and outcome not in " + RECORDED : "")
                + " order by at desc, task_id, number desc limit ?")) {
      select.setLong(1, Codec.micros(since));
      select.setInt(2, limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(new TaskReceipt(Codec.task(row), AttemptRows.attempt(row)));
        }
      }
    }
    return found;
  }

  static Optional<LastDelivery> last(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "select * from attempts order by at desc, number desc limit 1");
        ResultSet row = select.executeQuery()) {
      if (!row.next()) {
        return Optional.empty();
      }
      Optional<TaskId> task = TaskId.parse(row.getString("task_id"));
      return task.isEmpty()
          ? Optional.empty()
          : Optional.of(new LastDelivery(task.get(), AttemptRows.attempt(row)));
    }
  }

  static long recordedSince(Connection connection, Instant instant) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select count(distinct task_id) from attempts join tasks on task_id = id"
                + " where state = 'completed' and at >= ? and outcome in "
                + RECORDED)) {
      select.setLong(1, Codec.micros(instant));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
