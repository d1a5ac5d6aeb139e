package io.gasminer.miner.store;

import io.gasminer.miner.task.AcceptOutcome;
import io.gasminer.miner.task.SeenRequest;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskId;
import io.gasminer.miner.task.TaskState;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Owns the writing of accepted tasks: the memory of the request, the task, and its first step.
 *
 * @param mostWaiting how many tasks may wait for their start
 */
record Accepting(long mostWaiting) {
  AcceptOutcome one(Transaction transaction, Offer offer) throws SQLException {
    if (!hasRoomFor(transaction, 1)) {
      return SeenRows.isKnown(transaction, offer.request())
          ? new AcceptOutcome.Replayed()
          : new AcceptOutcome.QueueFull(transaction.waiting());
    }
    if (!SeenRows.insert(transaction, offer.request())) {
      return new AcceptOutcome.Replayed();
    }
    write(transaction, List.of(offer.task()));
    return new AcceptOutcome.Accepted();
  }

  boolean hasRoomFor(Transaction transaction, int offers) {
    return transaction.waiting() + offers <= mostWaiting;
  }

  /** Many at once, in three batches of statements; only where there is room for all. */
  void together(Transaction transaction, List<Offer> offers) throws SQLException {
    List<Boolean> unseen =
        SeenRows.insertAll(transaction, offers.stream().map(Offer::request).toList());
    List<Task> tasks = new ArrayList<>();
    for (int index = 0; index < offers.size(); index++) {
      Offer offer = offers.get(index);
      if (unseen.get(index)) {
        tasks.add(offer.task());
        offer.pending().provisional(new AcceptOutcome.Accepted());
      } else {
        offer.pending().provisional(new AcceptOutcome.Replayed());
      }
    }
    write(transaction, tasks);
  }

  /** A task that may have been begun elsewhere; the queue's limit is for those who call. */
  static AcceptOutcome begun(Transaction transaction, Task task, SeenRequest request)
      throws SQLException {
    if (!SeenRows.insert(transaction, request)) {
      return new AcceptOutcome.Replayed();
    }
    write(transaction, List.of(task));
    if (!(task.state() instanceof TaskState.Pending)) {
      TaskRows.update(transaction, task);
    }
    return new AcceptOutcome.Accepted();
  }

  private static void write(Transaction transaction, List<Task> tasks) throws SQLException {
    if (tasks.isEmpty()) {
      return;
    }
    TaskRows.insert(transaction, tasks);
    List<TaskId> ids = tasks.stream().map(Task::id).toList();
    Instant due = tasks.getFirst().createdAt();
    transaction.schedule(Step.GENERATE, ids, due);
  }
}
