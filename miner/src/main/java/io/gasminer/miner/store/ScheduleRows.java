package io.gasminer.miner.store;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import io.gasminer.miner.task.Standing;
import io.gasminer.miner.task.TaskId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Owns the SQL on db-scheduler's tables that db-scheduler itself has no word for. */
final class ScheduleRows {
  private ScheduleRows() {}

  /** The step that comes next for a task. */
  static Optional<Standing> standing(Connection connection, JdbcCustomization dialect, TaskId id)
      throws SQLException {
    for (Step step : Step.values()) {
      try (PreparedStatement select =
          connection.prepareStatement(
              "select execution_time, picked from "
                  + step.table()
                  + " where task_name = ? and task_instance = ?")) {
        select.setString(1, step.taskName());
        select.setString(2, id.toString());
        try (ResultSet row = select.executeQuery()) {
          if (row.next()) {
            Instant due = dialect.getInstant(row, "execution_time");
            return Optional.of(new Standing(step == Step.DELIVER, due, row.getBoolean("picked")));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Gives a waiting step another time; what a node has taken up is left alone. */
  static boolean reschedule(
      Connection connection, JdbcCustomization dialect, Step step, TaskId id, Instant due)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update "
                + step.table()
                + " set execution_time = ?, version = version + 1"
                + " where task_name = ? and task_instance = ? and picked = ?")) {
      dialect.setInstant(update, 1, due);
      update.setString(2, step.taskName());
      update.setString(3, id.toString());
      update.setBoolean(4, false);
      return update.executeUpdate() == 1;
    }
  }

  static void release(Transaction transaction, Step step, Optional<String> node)
      throws SQLException {
    String sql =
        "update "
            + step.table()
            + " set picked = ?, picked_by = null, last_heartbeat = null, version = version + 1"
            + " where picked = ?"
            + (node.isPresent() ? " and picked_by = ?" : "");
    try (PreparedStatement update = transaction.prepare(sql)) {
      update.setBoolean(1, false);
      update.setBoolean(2, true);
      if (node.isPresent()) {
        update.setString(3, node.get());
      }
      update.executeUpdate();
    }
  }
}
