package io.gasminer.gascli.tasks;

import io.gasminer.miner.delivery.RetryDesk;
import io.gasminer.miner.delivery.RetryObstacle;
import io.gasminer.miner.mailbox.Letter;
import io.gasminer.miner.mailbox.Wish;
import io.gasminer.miner.store.DueDelivery;
import io.gasminer.miner.task.Attempt;
import io.gasminer.miner.task.Pause;
import io.gasminer.miner.task.Standing;
import io.gasminer.miner.task.StoreUnavailable;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskArchive;
import io.gasminer.miner.task.TaskEvent;
import io.gasminer.miner.task.TaskId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Owns the sending again of one result: through the miner that runs on this state folder, or in the
 * schedule itself, where nodes of PostgreSQL or the next start find it.
 *
 * @param patience how long the new attempt is waited for
 */
public record Retry(
    Optional<String> databaseUrl,
    Path stateDir,
    Duration patience,
    InstantSource clock,
    Pause pause) {
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);
  private static final Duration TAKEN_UP_WITHIN = Duration.ofSeconds(10);

  /** What came of it. */
  public sealed interface Outcome {
    /** A new attempt was made. */
    record Sent(Attempt attempt) implements Outcome {}

    /** It is due; no miner has taken it up yet. */
    record Due() implements Outcome {}

    /** It was being sent this moment. */
    record UnderWay() implements Outcome {}

    /** It is not sent again. */
    record Not(RetryObstacle obstacle) implements Outcome {}

    /** It could not be asked for. */
    record Failed(String why) implements Outcome {}
  }

  /** Sends it again, unless something stands in the way. */
  public Outcome send(TaskArchive archive, Task task, String letterId) throws InterruptedException {
    Optional<RetryObstacle> obstacle = obstacle(archive, task.id());
    if (obstacle.isPresent()) {
      return new Outcome.Not(obstacle.get());
    }
    int before = archive.attempts(task.id()).size();
    try {
      if (ask(task.id(), letterId)) {
        return await(archive, task.id(), before);
      }
    } catch (IOException | StoreUnavailable failed) {
      return new Outcome.Failed(String.valueOf(failed.getMessage()));
    }
    Optional<RetryObstacle> since = obstacle(archive, task.id());
    return since.isPresent() ? new Outcome.Not(since.get()) : taken(archive, task.id());
  }

  /** What is true of a result that is free to be sent, and whose step could not be made due. */
  private Outcome taken(TaskArchive archive, TaskId id) {
    if (archive.standing(id).isEmpty()) {
      return new Outcome.Failed("its delivery is no longer planned");
    }
    // A miner that was killed leaves its steps taken up; its next start frees and runs them.
    return databaseUrl.isEmpty() && !minerRuns() ? new Outcome.Due() : new Outcome.UnderWay();
  }

  private Optional<RetryObstacle> obstacle(TaskArchive archive, TaskId id) {
    return archive
        .find(id)
        .flatMap(
            task ->
                RetryObstacle.to(
                    task,
                    archive.attempts(id),
                    archive.mediaSize(id).isPresent(),
                    clock.instant()));
  }

  private boolean ask(TaskId id, String letterId) throws IOException, InterruptedException {
    if (databaseUrl.isEmpty() && minerRuns()) {
      Wish wish = new Wish(RetryDesk.mailbox(stateDir), clock, pause);
      switch (wish.send(new Letter(letterId, id.toString()))) {
        case Wish.Outcome.Answered(var words) when words.has("why") ->
            throw new IOException("the miner says: " + words.path("why").asString(""));
        case Wish.Outcome.Answered(var words) -> {
          return words.path("due").asBoolean(false);
        }
        case Wish.Outcome.NoAnswer() ->
            throw new IOException(
                "the miner took the request and does not say what came of it; look at its log");
        case Wish.Outcome.NobodyThere() -> {
          // Another process has the number that the miner had.
        }
      }
    }
    Instant now = clock.instant();
    return DueDelivery.make(
        databaseUrl,
        stateDir,
        id,
        new TaskEvent(now, TaskEvent.Kind.RETRIED, "asked for by the operator"));
  }

  private boolean minerRuns() {
    try {
      String pid = Files.readString(stateDir.resolve("miner.pid")).strip();
      return pid.matches("\\d{1,10}")
          && ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive).isPresent();
    } catch (IOException unknown) {
      return false;
    }
  }

  private Outcome await(TaskArchive archive, TaskId id, int before) throws InterruptedException {
    boolean nobody = databaseUrl.isEmpty() && !minerRuns();
    Instant begin = clock.instant();
    while (!nobody && clock.instant().isBefore(begin.plus(patience))) {
      List<Attempt> attempts = archive.attempts(id);
      if (attempts.size() > before) {
        return new Outcome.Sent(attempts.getLast());
      }
      boolean taken = archive.standing(id).filter(Standing::running).isPresent();
      if (!taken && clock.instant().isAfter(begin.plus(TAKEN_UP_WITHIN))) {
        break;
      }
      pause.forAbout(LOOK_EVERY);
    }
    return new Outcome.Due();
  }
}
