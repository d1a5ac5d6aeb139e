package io.gasminer.miner.delivery;

import io.gasminer.miner.task.Attempt;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Why a result is not sent again, however much its operator would like it. */
public sealed interface RetryObstacle {
  /** The validator has it; a second delivery would be thrown away. */
  record Recorded(Attempt attempt) implements RetryObstacle {}

  /** The validator has judged it and would say the same again. */
  record Judged(Attempt attempt) implements RetryObstacle {}

  /** There is no result yet. */
  record InProgress() implements RetryObstacle {}

  /** There never was a result. */
  record NoMedia(String reason) implements RetryObstacle {}

  /** The challenge closed then: validators drop it two hours after they sent it. */
  record Closed(Instant at) implements RetryObstacle {}

  /** The bytes are no longer kept. */
  record Released() implements RetryObstacle {}

  /**
   * What stands in the way of sending the task's result again, or empty.
   *
   * @param kept whether its media is still there
   */
  static Optional<RetryObstacle> to(Task task, List<Attempt> attempts, boolean kept, Instant now) {
    Set<String> recorded = Set.of("recorded", "already-processed");
    Optional<Attempt> receipt =
        attempts.stream().filter(attempt -> recorded.contains(attempt.outcome())).findFirst();
    Instant close = task.createdAt().plus(Courier.WINDOW);
    return switch (task.state()) {
      case TaskState.Pending() -> Optional.of(new InProgress());
      case TaskState.Processing _ -> Optional.of(new InProgress());
      case TaskState.Failed(var _, var _, String reason) -> Optional.of(new NoMedia(reason));
      case TaskState.Completed _ -> {
        if (receipt.isPresent()) {
          yield Optional.of(new Recorded(receipt.get()));
        }
        if (!attempts.isEmpty() && attempts.getLast().outcome().equals("refused")) {
          yield Optional.of(new Judged(attempts.getLast()));
        }
        if (now.isAfter(close)) {
          yield Optional.of(new Closed(close));
        }
        yield kept ? Optional.empty() : Optional.of(new Released());
      }
    };
  }
}
