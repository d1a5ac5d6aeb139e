package io.gasminer.miner.task;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Owns the reading of a store from beside the miner, which may run or not: it writes nothing and
 * takes no lock.
 *
 * <p>Thread-safe; one question is answered at a time, and two answers may show two moments. Methods
 * throw {@link StoreUnavailable} when the database does not answer.
 */
public interface TaskArchive extends AutoCloseable {
  /** The tasks that are meant, the newest first, at most so many. */
  List<Task> newest(int limit, TaskQuery filter);

  /** The task, if it is known and not yet cleaned up. */
  Optional<Task> find(TaskId id);

  /**
   * The ids that begin so, at most so many.
   *
   * @param beginning of an id in its canonical form; capitals are taken for small letters
   */
  List<TaskId> beginningWith(String beginning, int most);

  /** How many characters of an id tell every task from every other; eight or more. */
  int tellingLength();

  /** The receipts of a task, oldest first. */
  List<Attempt> attempts(TaskId id);

  /** What has happened to a task besides its states and deliveries, oldest first. */
  List<TaskEvent> events(TaskId id);

  /**
   * The receipts of all tasks, the newest first, at most so many.
   *
   * @param since only attempts that began then or later
   * @param failedOnly only those that no validator recorded
   */
  List<TaskReceipt> receipts(int limit, Instant since, boolean failedOnly);

  /** The size in bytes of the media that is kept for a task. */
  OptionalLong mediaSize(TaskId id);

  /** The step that comes next for a task, or empty when it is over. */
  Optional<Standing> standing(TaskId id);

  /** How many tasks there are in each state. */
  TaskCounts counts();

  /** How many of the tasks that were accepted then or later there are in each state. */
  TaskCounts since(Instant instant);

  /** The newest attempt to deliver anything. */
  Optional<LastDelivery> lastDelivery();

  /** How many results (not notices of failure) validators have recorded since then. */
  long recordedSince(Instant instant);

  @Override
  void close();
}
