package io.gasminer.miner.store;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import io.gasminer.miner.task.Attempt;
import io.gasminer.miner.task.LastDelivery;
import io.gasminer.miner.task.Standing;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskArchive;
import io.gasminer.miner.task.TaskCounts;
import io.gasminer.miner.task.TaskEvent;
import io.gasminer.miner.task.TaskId;
import io.gasminer.miner.task.TaskQuery;
import io.gasminer.miner.task.TaskReceipt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** Owns the reading of tasks from a SQL database. Thread-safe: one question at a time. */
final class SqlTaskArchive implements TaskArchive {
  private final Reading reading;
  private final JdbcCustomization dialect;
  private final Predicate<TaskId> bytesAreThere;
  private final AutoCloseable connection;
  private final ReentrantLock turn = new ReentrantLock();

  /**
   * An archive that is open.
   *
   * @param bytesAreThere whether the media that a row names is there
   * @param connection closed with the archive
   */
  SqlTaskArchive(
      Reading reading,
      JdbcCustomization dialect,
      Predicate<TaskId> bytesAreThere,
      AutoCloseable connection) {
    this.reading = reading;
    this.dialect = dialect;
    this.bytesAreThere = bytesAreThere;
    this.connection = connection;
  }

  @Override
  public List<Task> newest(int limit, TaskQuery filter) {
    return ask("list the tasks", from -> ArchiveRows.newest(from, limit, filter));
  }

  @Override
  public Optional<Task> find(TaskId id) {
    return ask("find task " + id, from -> TaskRows.find(from, id));
  }

  @Override
  public List<TaskId> beginningWith(String beginning, int most) {
    return ask("find a task", from -> ArchiveRows.beginningWith(from, beginning, most));
  }

  @Override
  public int tellingLength() {
    return ask("compare the ids", ArchiveRows::tellingLength);
  }

  @Override
  public List<Attempt> attempts(TaskId id) {
    return ask("find the receipts of task " + id, from -> AttemptRows.of(from, id));
  }

  @Override
  public List<TaskEvent> events(TaskId id) {
    return ask("find the story of task " + id, from -> EventRows.of(from, id));
  }

  @Override
  public List<TaskReceipt> receipts(int limit, Instant since, boolean failedOnly) {
    return ask("list the receipts", from -> ArchiveReceipts.newest(from, limit, since, failedOnly));
  }

  @Override
  public OptionalLong mediaSize(TaskId id) {
    return ask("find the media of task " + id, from -> MediaRows.find(from, id))
        .filter(row -> bytesAreThere.test(id))
        .map(row -> OptionalLong.of(row.size()))
        .orElse(OptionalLong.empty());
  }

  @Override
  public Optional<Standing> standing(TaskId id) {
    return ask("find the step of task " + id, from -> ScheduleRows.standing(from, dialect, id));
  }

  @Override
  public TaskCounts counts() {
    return ask("count the tasks", TaskRows::counts);
  }

  @Override
  public TaskCounts since(Instant instant) {
    return ask("count the tasks", from -> TaskRows.countsSince(from, instant));
  }

  @Override
  public Optional<LastDelivery> lastDelivery() {
    return ask("find the last receipt", ArchiveReceipts::last);
  }

  @Override
  public long recordedSince(Instant instant) {
    return ask("count the receipts", from -> ArchiveReceipts.recordedSince(from, instant));
  }

  private <T> T ask(String doing, Reading.Question<T> question) {
    turn.lock();
    try {
      return reading.ask(doing, question);
    } finally {
      turn.unlock();
    }
  }

  @Override
  public void close() {
    Engine.closeQuietly(connection);
  }
}
