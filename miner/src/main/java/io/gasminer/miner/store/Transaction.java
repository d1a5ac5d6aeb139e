package io.gasminer.miner.store;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.gasminer.miner.task.TaskId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Owns what several writes share until their common commit. Confined to the writer's thread.
 *
 * <p>{@link #waiting} is the change in the number of waiting tasks, which becomes true only with
 * the commit.
 */
final class Transaction {
  private final Connection connection;
  private final JdbcCustomization dialect;
  private final long waitingBefore;
  private final Map<Step, SchedulerClient> clients = new EnumMap<>(Step.class);
  private long waiting;

  Transaction(Connection connection, JdbcCustomization dialect, long waitingBefore) {
    this.connection = connection;
    this.dialect = dialect;
    this.waitingBefore = waitingBefore;
  }

  Connection connection() {
    return connection;
  }

  PreparedStatement prepare(String sql) throws SQLException {
    return connection.prepareStatement(sql);
  }

  long waiting() {
    return waitingBefore + waiting;
  }

  long change() {
    return waiting;
  }

  void waitingChangedBy(long tasks) {
    waiting += tasks;
  }

  void backTo(long change) {
    waiting = change;
  }

  /** Puts tasks into a schedule in db-scheduler's own layout, as part of this transaction. */
  void schedule(Step step, List<TaskId> ids, Instant due) {
    List<TaskInstance<?>> instances =
        ids.stream()
            .<TaskInstance<?>>map(id -> new TaskInstance<>(step.taskName(), id.toString()))
            .toList();
    client(step).scheduleBatch(instances, due);
  }

  /** As {@link #schedule}, unless the task stands there already. */
  void scheduleIfAbsent(Step step, TaskId id, Instant due) {
    client(step).scheduleIfNotExists(new TaskInstance<>(step.taskName(), id.toString()), due);
  }

  /** Gives a step that waits another time; false when none waits, or it is under way. */
  boolean reschedule(Step step, TaskId id, Instant due) throws SQLException {
    return ScheduleRows.reschedule(connection, dialect, step, id, due);
  }

  void unschedule(Step step, TaskId id) throws SQLException {
    try (PreparedStatement delete =
        prepare("delete from " + step.table() + " where task_name = ? and task_instance = ?")) {
      delete.setString(1, step.taskName());
      delete.setString(2, id.toString());
      delete.executeUpdate();
    }
  }

  private SchedulerClient client(Step step) {
    return clients.computeIfAbsent(
        step,
        which ->
            SchedulerClient.Builder.create(ConnectionSource.bound(connection))
                .tableName(which.table())
                .jdbcCustomization(dialect)
                .build());
  }
}
