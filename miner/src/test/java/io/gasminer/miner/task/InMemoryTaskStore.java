package io.gasminer.miner.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A store for tests that need no disk: the whole contract of {@link TaskStore} but durability.
 *
 * <p>It holds at most so many waiting tasks, refuses what it has seen, and can be told to be away.
 * Thread-safe.
 */
public final class InMemoryTaskStore implements TaskStore {
  private final long mostWaiting;
  private final Map<TaskId, Task> tasks = new LinkedHashMap<>();
  private final Map<String, Instant> seen = new HashMap<>();
  private final Map<TaskId, Media> media = new HashMap<>();
  private final Map<TaskId, List<Attempt>> attempts = new HashMap<>();
  private final Map<TaskId, List<TaskEvent>> events = new HashMap<>();
  private boolean away;

  /** An empty store in which so many tasks may wait. */
  public InMemoryTaskStore(long mostWaiting) {
    this.mostWaiting = mostWaiting;
  }

  /** From now on the store answers as a database that is down, or is back. */
  public synchronized void setAway(boolean away) {
    this.away = away;
  }

  @Override
  public synchronized AcceptOutcome accept(Task task, SeenRequest request) {
    if (away) {
      return new AcceptOutcome.Unavailable("the store is away");
    }
    if (seen.containsKey(request.fingerprint())) {
      return new AcceptOutcome.Replayed();
    }
    long waiting = counts().pending();
    if (waiting >= mostWaiting) {
      return new AcceptOutcome.QueueFull(waiting);
    }
    seen.put(request.fingerprint(), request.validUntil());
    tasks.put(task.id(), task);
    return new AcceptOutcome.Accepted();
  }

  @Override
  public synchronized boolean remember(SeenRequest request) {
    failIfAway();
    return seen.putIfAbsent(request.fingerprint(), request.validUntil()) == null;
  }

  @Override
  public synchronized Optional<Task> find(TaskId id) {
    failIfAway();
    return Optional.ofNullable(tasks.get(id));
  }

  @Override
  public synchronized void save(Task task, List<TaskEvent> happened) {
    failIfAway();
    Task stored = tasks.get(task.id());
    if (stored != null && leadsTo(stored.state(), task.state())) {
      tasks.put(task.id(), task);
      events.computeIfAbsent(task.id(), id -> new ArrayList<>()).addAll(happened);
    }
  }

  @Override
  public synchronized List<TaskEvent> events(TaskId id) {
    failIfAway();
    return List.copyOf(events.getOrDefault(id, List.of()));
  }

  @Override
  public synchronized void storeMedia(TaskId id, Media made) {
    failIfAway();
    media.put(id, made);
  }

  @Override
  public synchronized Optional<Media> media(TaskId id) {
    failIfAway();
    return Optional.ofNullable(media.get(id));
  }

  @Override
  public synchronized void releaseMedia(TaskId id) {
    failIfAway();
    media.remove(id);
  }

  @Override
  public synchronized void recordAttempt(TaskId id, Attempt attempt) {
    failIfAway();
    attempts.computeIfAbsent(id, task -> new ArrayList<>()).add(attempt);
  }

  @Override
  public synchronized List<Attempt> attempts(TaskId id) {
    failIfAway();
    return List.copyOf(attempts.getOrDefault(id, List.of()));
  }

  @Override
  public synchronized TaskCounts counts() {
    failIfAway();
    return new TaskCounts(
        count("pending"), count("processing"), count("completed"), count("failed"));
  }

  @Override
  public synchronized int cleanUp(Instant olderThan, Instant now) {
    failIfAway();
    seen.values().removeIf(validUntil -> validUntil.isBefore(now));
    List<TaskId> old =
        tasks.values().stream()
            .filter(task -> endedBefore(task.state(), olderThan))
            .map(Task::id)
            .toList();
    old.forEach(
        id -> {
          tasks.remove(id);
          media.remove(id);
          attempts.remove(id);
          events.remove(id);
        });
    return old.size();
  }

  @Override
  public void close() {
    // Nothing is held that outlives the object.
  }

  private long count(String state) {
    return tasks.values().stream().filter(t -> t.state().wireName().equals(state)).count();
  }

  private void failIfAway() {
    if (away) {
      throw new StoreUnavailable("the store is away", new IllegalStateException("away"));
    }
  }

  private static boolean leadsTo(TaskState from, TaskState to) {
    return switch (from) {
      case TaskState.Pending() -> !(to instanceof TaskState.Completed);
      case TaskState.Processing processing -> !(to instanceof TaskState.Pending);
      case TaskState.Completed completed -> false;
      case TaskState.Failed failed -> false;
    };
  }

  private static boolean endedBefore(TaskState state, Instant instant) {
    return switch (state) {
      case TaskState.Pending() -> false;
      case TaskState.Processing processing -> false;
      case TaskState.Completed completed -> completed.completedAt().isBefore(instant);
      case TaskState.Failed failed -> failed.completedAt().isBefore(instant);
    };
  }
}
