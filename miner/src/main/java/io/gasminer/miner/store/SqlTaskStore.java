package io.gasminer.miner.store;

import io.gasminer.miner.task.AcceptOutcome;
import io.gasminer.miner.task.Attempt;
import io.gasminer.miner.task.Handover;
import io.gasminer.miner.task.Media;
import io.gasminer.miner.task.SeenRequest;
import io.gasminer.miner.task.StoreUnavailable;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskCounts;
import io.gasminer.miner.task.TaskId;
import io.gasminer.miner.task.TaskStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Owns the tasks in a SQL database; what a method has returned from is on disk.
 *
 * <p>Thread-safe. Opened by {@link Stores}. Writes share commits (see {@link GroupCommit}); reads
 * use connections of their own and never wait for a writer.
 */
public final class SqlTaskStore implements TaskStore, Handover {
  private static final int CLEANED_AT_ONCE = 500;

  private final Engine engine;
  private final long mostWaiting;
  private volatile Optional<DueListener> listener = Optional.empty();

  SqlTaskStore(Engine engine, long mostWaiting) {
    this.engine = engine;
    this.mostWaiting = mostWaiting;
  }

  /** What the schedulers need to drive the steps of these tasks. */
  public Schedules schedules() {
    return engine.schedules();
  }

  @Override
  public AcceptOutcome accept(Task task, SeenRequest request) {
    AcceptOutcome outcome;
    try {
      outcome =
          engine
              .writer()
              .commit("accept a task", transaction -> accept(transaction, task, request));
    } catch (StoreUnavailable failed) {
      return new AcceptOutcome.Unavailable(String.valueOf(failed.getMessage()));
    }
    if (outcome instanceof AcceptOutcome.Accepted) {
      listener.ifPresent(told -> told.generationDue(task.createdAt()));
    }
    return outcome;
  }

  private AcceptOutcome accept(Transaction transaction, Task task, SeenRequest request)
      throws java.sql.SQLException {
    if (transaction.waiting() >= mostWaiting) {
      return SeenRows.isKnown(transaction, request)
          ? new AcceptOutcome.Replayed()
          : new AcceptOutcome.QueueFull(transaction.waiting());
    }
    if (!SeenRows.insert(transaction, request)) {
      return new AcceptOutcome.Replayed();
    }
    TaskRows.insert(transaction, List.of(task));
    transaction.schedule(Step.GENERATE, List.of(task.id()), task.createdAt());
    return new AcceptOutcome.Accepted();
  }

  @Override
  public boolean remember(SeenRequest request) {
    return engine
        .writer()
        .commit("remember a request", transaction -> SeenRows.insert(transaction, request));
  }

  @Override
  public Optional<Task> find(TaskId id) {
    return engine.reader().ask("find task " + id, connection -> TaskRows.find(connection, id));
  }

  @Override
  public void save(Task task) {
    engine
        .writer()
        .commit("save task " + task.id(), transaction -> TaskRows.update(transaction, task));
  }

  @Override
  public void toDelivery(Task task, Instant due) {
    move(task, Step.GENERATE, Step.DELIVER, due);
    listener.ifPresent(told -> told.deliveryDue(due));
  }

  @Override
  public void toGeneration(Task task, Instant due) {
    move(task, Step.DELIVER, Step.GENERATE, due);
    listener.ifPresent(told -> told.generationDue(due));
  }

  private void move(Task task, Step from, Step to, Instant due) {
    engine
        .writer()
        .commit(
            "hand over task " + task.id(),
            transaction -> {
              TaskRows.update(transaction, task);
              transaction.unschedule(from, task.id());
              transaction.scheduleIfAbsent(to, task.id(), due);
              return true;
            });
  }

  @Override
  public void tellOfDue(DueListener told) {
    listener = Optional.of(told);
  }

  @Override
  public void storeMedia(TaskId id, Media media) {
    engine.media().store(id, media);
  }

  @Override
  public Optional<Media> media(TaskId id) {
    return engine.media().load(id);
  }

  @Override
  public OptionalLong mediaSize(TaskId id) {
    return engine.media().size(id);
  }

  @Override
  public void releaseMedia(TaskId id) {
    engine.media().release(id);
  }

  @Override
  public void recordAttempt(TaskId id, Attempt attempt) {
    engine
        .writer()
        .commit(
            "record a delivery of task " + id,
            transaction -> {
              AttemptRows.insert(transaction, id, attempt);
              return true;
            });
  }

  @Override
  public List<Attempt> attempts(TaskId id) {
    return engine
        .reader()
        .ask("find the receipts of task " + id, connection -> AttemptRows.of(connection, id));
  }

  @Override
  public TaskCounts counts() {
    return engine.reader().ask("count the tasks", TaskRows::counts);
  }

  @Override
  public int cleanUp(Instant olderThan, Instant now) {
    int forgotten = 0;
    int gone;
    do {
      List<TaskId> tasks =
          engine.writer().commit("clean up tasks", transaction -> clean(transaction, olderThan));
      tasks.forEach(this::releaseMedia);
      gone = tasks.size();
      forgotten += gone;
    } while (gone == CLEANED_AT_ONCE);
    do {
      gone =
          engine
              .writer()
              .commit(
                  "clean up requests",
                  transaction -> SeenRows.clean(transaction, Codec.micros(now), CLEANED_AT_ONCE));
    } while (gone == CLEANED_AT_ONCE);
    return forgotten;
  }

  private static List<TaskId> clean(Transaction transaction, Instant olderThan)
      throws java.sql.SQLException {
    List<TaskId> gone = TaskRows.clean(transaction, Codec.micros(olderThan), CLEANED_AT_ONCE);
    for (TaskId id : gone) {
      AttemptRows.delete(transaction, id);
    }
    return gone;
  }

  /**
   * Frees the steps that a node had taken and not finished.
   *
   * @param node the name that the node's schedulers had, or empty for every node: on SQLite at the
   *     start nobody else can be at work
   */
  public void releaseSteps(Optional<String> node) {
    engine
        .writer()
        .commit(
            "release steps",
            transaction -> {
              for (Step step : Step.values()) {
                ScheduleRows.release(transaction, step, node);
              }
              return true;
            });
  }

  @Override
  public void close() {
    engine.close();
  }
}
