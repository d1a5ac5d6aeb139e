package io.gasminer.miner.store;

import io.gasminer.miner.task.AcceptOutcome;
import io.gasminer.miner.task.Attempt;
import io.gasminer.miner.task.Handover;
import io.gasminer.miner.task.Media;
import io.gasminer.miner.task.SeenRequest;
import io.gasminer.miner.task.StoreUnavailable;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskCounts;
import io.gasminer.miner.task.TaskEvent;
import io.gasminer.miner.task.TaskId;
import io.gasminer.miner.task.TaskStore;
import java.sql.SQLException;
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
  private volatile Optional<DueListener> listener = Optional.empty();

  SqlTaskStore(Engine engine) {
    this.engine = engine;
  }

  /** What the schedulers need to drive the steps of these tasks. */
  public Schedules schedules() {
    return engine.schedules();
  }

  @Override
  public AcceptOutcome accept(Task task, SeenRequest request) {
    AcceptOutcome outcome;
    try {
      outcome = engine.writer().accept(task, request);
    } catch (StoreUnavailable failed) {
      return new AcceptOutcome.Unavailable(String.valueOf(failed.getMessage()));
    }
    if (outcome instanceof AcceptOutcome.Accepted) {
      listener.ifPresent(told -> told.generationDue(task.createdAt()));
    }
    return outcome;
  }

  /**
   * Takes over a task that another program had accepted, with its state and its job, or nothing: at
   * no point is a begun one stored as if it had not begun.
   *
   * @param task pending or processing; none of that id is in the store
   * @param request what it is recognised by when it is offered again
   */
  public AcceptOutcome adopt(Task task, SeenRequest request) {
    return engine
        .writer()
        .commit(
            "take over task " + task.id(),
            transaction -> Accepting.begun(transaction, task, request));
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
  public void save(Task task, List<TaskEvent> happened) {
    engine
        .writer()
        .commit("save task " + task.id(), transaction -> write(transaction, task, happened));
  }

  // A late writer, whose state was not taken, does not write history either.
  private static boolean write(Transaction transaction, Task task, List<TaskEvent> happened)
      throws SQLException {
    boolean taken = TaskRows.update(transaction, task);
    if (taken) {
      EventRows.insert(transaction, task.id(), happened);
    }
    return taken;
  }

  @Override
  public List<TaskEvent> events(TaskId id) {
    return engine
        .reader()
        .ask("find the story of task " + id, connection -> EventRows.of(connection, id));
  }

  @Override
  public void toDelivery(Task task, Instant due, List<TaskEvent> happened) {
    move(task, Step.GENERATE, Step.DELIVER, due, happened);
    listener.ifPresent(told -> told.deliveryDue(due));
  }

  @Override
  public boolean deliverAt(TaskId id, Instant due, TaskEvent asked) {
    boolean waits =
        engine
            .writer()
            .commit(
                "make the delivery of task " + id + " due",
                transaction -> {
                  boolean moved = transaction.reschedule(Step.DELIVER, id, due);
                  if (moved) {
                    EventRows.insert(transaction, id, List.of(asked));
                  }
                  return moved;
                });
    if (waits) {
      listener.ifPresent(told -> told.deliveryDue(due));
    }
    return waits;
  }

  @Override
  public void toGeneration(Task task, Instant due) {
    move(task, Step.DELIVER, Step.GENERATE, due, List.of());
    listener.ifPresent(told -> told.generationDue(due));
  }

  private void move(Task task, Step from, Step to, Instant due, List<TaskEvent> happened) {
    engine
        .writer()
        .commit(
            "hand over task " + task.id(),
            transaction -> {
              write(transaction, task, happened);
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
      tasks.forEach(engine.media()::rowIsGone);
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
      throws SQLException {
    List<TaskId> gone = TaskRows.clean(transaction, Codec.micros(olderThan), CLEANED_AT_ONCE);
    for (TaskId id : gone) {
      AttemptRows.delete(transaction, id);
      EventRows.delete(transaction, id);
      MediaRows.delete(transaction.connection(), id);
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
