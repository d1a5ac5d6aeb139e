package io.gasminer.miner.store;

import io.gasminer.miner.task.Modality;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskId;
import io.gasminer.miner.task.TaskQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Owns the SQL by which an archive looks through the table of tasks. */
final class ArchiveRows {
  private static final String TASKS =
      "select * from tasks where state like ? and modality like ? and created_at >= ?";
  private static final String UNDELIVERED =
      " and state = 'completed' and not exists (select 1 from attempts where task_id = id"
          + " and outcome in ('recorded', 'already-processed'))";
  private static final int WHOLE_ID = 36;
  private static final int SHORTEST = 8;

  private ArchiveRows() {}

  static List<Task> newest(Connection connection, int limit, TaskQuery filter) throws SQLException {
    String sql =
        TASKS + (filter.undelivered() ? UNDELIVERED : "") + " order by created_at desc, id limit ?";
    List<Task> found = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, filter.state().orElse("%"));
      select.setString(2, filter.modality().map(Modality::wireName).orElse("%"));
      select.setLong(3, Codec.micros(filter.since().orElse(Instant.EPOCH)));
      select.setInt(4, limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(Codec.task(row));
        }
      }
    }
    return found;
  }

  static List<TaskId> beginningWith(Connection connection, String beginning, int most)
      throws SQLException {
    String canonical = beginning.toLowerCase(Locale.ROOT);
    List<TaskId> found = new ArrayList<>();
    if (!canonical.matches("[0-9a-f-]{1,36}")) {
      return found;
    }
    try (PreparedStatement select =
        connection.prepareStatement("select id from tasks where id like ? order by id limit ?")) {
      select.setString(1, canonical + "%");
      select.setInt(2, most);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          TaskId.parse(row.getString(1)).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  static int tellingLength(Connection connection) throws SQLException {
    for (int length = SHORTEST; length < WHOLE_ID; length++) {
      try (PreparedStatement select =
          connection.prepareStatement(
              "select count(*) - count(distinct substr(id, 1, ?)) from tasks")) {
        select.setInt(1, length);
        try (ResultSet row = select.executeQuery()) {
          if (row.next() && row.getLong(1) == 0) {
            return length;
          }
        }
      }
    }
    return WHOLE_ID;
  }
}
