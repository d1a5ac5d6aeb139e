package io.gasminer.miner.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/** Owns the SQL on db-scheduler's tables that db-scheduler itself has no word for. */
final class ScheduleRows {
  private ScheduleRows() {}

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
