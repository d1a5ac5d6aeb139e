package io.gasminer.miner.store;

import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskCounts;
import io.gasminer.miner.task.TaskId;
import io.gasminer.miner.task.TaskState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Owns the SQL of the table of tasks. */
final class TaskRows {
  private static final String INSERT =
      "insert into tasks (id, modality, request, created_at, state, progress)"
          + " values (?, ?, ?, ?, 'pending', ?)";
  private static final String UPDATE =
      "update tasks set state = ?, started_at = ?, completed_at = ?, result = ?, ticket = ?,"
          + " progress = ? where id = ? and state in ";
  private static final String CLEAN =
      "delete from tasks where id in (select id from tasks where state in ('completed', 'failed')"
          + " and completed_at < ? and not exists (select 1 from delivery_schedule where"
          + " task_instance = id) limit ?) returning id";

  private TaskRows() {}

  static void insert(Transaction transaction, List<Task> tasks) throws SQLException {
    try (PreparedStatement insert = transaction.prepare(INSERT)) {
      for (Task task : tasks) {
        insert.setString(1, task.id().toString());
        insert.setString(2, task.modality().wireName());
        insert.setString(3, Codec.request(task));
        insert.setLong(4, Codec.micros(task.createdAt()));
        insert.setString(5, Codec.progress(task));
        insert.addBatch();
      }
      insert.executeBatch();
    }
    transaction.waitingChangedBy(tasks.size());
  }

  /** Saves the task if the stored state leads to its state; a late writer changes nothing. */
  static boolean update(Transaction transaction, Task task) throws SQLException {
    if (!(task.state() instanceof TaskState.Pending)
        && !(task.state() instanceof TaskState.Completed)
        && updateFrom(transaction, task, "('pending')")) {
      transaction.waitingChangedBy(-1);
      return true;
    }
    return updateFrom(transaction, task, predecessors(task.state()));
  }

  private static String predecessors(TaskState state) {
    return switch (state) {
      case TaskState.Pending() -> "('pending')";
      case TaskState.Processing ignored -> "('processing')";
      case TaskState.Completed ignored -> "('processing', 'completed')";
      case TaskState.Failed ignored -> "('processing', 'failed')";
    };
  }

  private static boolean updateFrom(Transaction transaction, Task task, String states)
      throws SQLException {
    try (PreparedStatement update = transaction.prepare(UPDATE + states)) {
      update.setString(1, task.state().wireName());
      setLong(update, 2, Codec.startedAt(task.state()).map(Codec::micros));
      setLong(update, 3, Codec.completedAt(task.state()).map(Codec::micros));
      setText(update, 4, Codec.result(task.state()));
      setText(update, 5, Codec.ticket(task));
      update.setString(6, Codec.progress(task));
      update.setString(7, task.id().toString());
      return update.executeUpdate() == 1;
    }
  }

  static Optional<Task> find(Connection connection, TaskId id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select * from tasks where id = ?")) {
      select.setString(1, id.toString());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(Codec.task(row)) : Optional.empty();
      }
    }
  }

  static TaskCounts counts(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select state, count(*) from tasks group by state")) {
      return counts(select);
    }
  }

  static TaskCounts countsSince(Connection connection, Instant accepted) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select state, count(*) from tasks where created_at >= ? group by state")) {
      select.setLong(1, Codec.micros(accepted));
      return counts(select);
    }
  }

  private static TaskCounts counts(PreparedStatement select) throws SQLException {
    Map<String, Long> found = new HashMap<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        found.put(row.getString(1), row.getLong(2));
      }
    }
    return new TaskCounts(
        found.getOrDefault("pending", 0L),
        found.getOrDefault("processing", 0L),
        found.getOrDefault("completed", 0L),
        found.getOrDefault("failed", 0L));
  }

  /** Forgets at most so many finished tasks that nobody delivers any more; names them. */
  static List<TaskId> clean(Transaction transaction, long olderThanMicros, int most)
      throws SQLException {
    List<TaskId> gone = new java.util.ArrayList<>();
    try (PreparedStatement delete = transaction.prepare(CLEAN)) {
      delete.setLong(1, olderThanMicros);
      delete.setInt(2, most);
      try (ResultSet row = delete.executeQuery()) {
        while (row.next()) {
          TaskId.parse(row.getString(1)).ifPresent(gone::add);
        }
      }
    }
    return gone;
  }

  private static void setLong(PreparedStatement statement, int at, Optional<Long> value)
      throws SQLException {
    if (value.isPresent()) {
      statement.setLong(at, value.get());
    } else {
      statement.setNull(at, Types.BIGINT);
    }
  }

  private static void setText(PreparedStatement statement, int at, Optional<String> value)
      throws SQLException {
    if (value.isPresent()) {
      statement.setString(at, value.get());
    } else {
      statement.setNull(at, Types.VARCHAR);
    }
  }
}
