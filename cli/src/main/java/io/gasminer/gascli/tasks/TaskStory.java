package io.gasminer.gascli.tasks;

import io.gasminer.miner.delivery.Courier;
import io.gasminer.miner.task.Attempt;
import io.gasminer.miner.task.JobTicket;
import io.gasminer.miner.task.Progress;
import io.gasminer.miner.task.Standing;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskArchive;
import io.gasminer.miner.task.TaskEvent;
import io.gasminer.miner.task.TaskState;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Owns all that is stored of one task.
 *
 * @param kept the size of its media in bytes, while they are kept
 * @param standing the step that comes next
 */
public record TaskStory(
    Task task,
    List<TaskEvent> events,
    List<Attempt> attempts,
    OptionalLong kept,
    Optional<Standing> standing) {
  private static final Set<String> RECORDED = Set.of("recorded", "already-processed");

  /** Reads what the archive has of the task. */
  public static TaskStory of(TaskArchive archive, Task task) {
    return new TaskStory(
        task,
        archive.events(task.id()),
        archive.attempts(task.id()),
        archive.mediaSize(task.id()),
        archive.standing(task.id()));
  }

  /** The attempt by which the validator came to have the result, or the notice. */
  Optional<Attempt> receipt() {
    return attempts.stream().filter(attempt -> isRecorded(attempt.outcome())).findFirst();
  }

  Optional<Attempt> lastAttempt() {
    return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.getLast());
  }

  /** When the validator drops the challenge. */
  Instant close() {
    return task.createdAt().plus(Courier.WINDOW);
  }

  /** The tier that was made, else the one that was asked for. */
  Optional<String> tier() {
    return fact("tier").or(task::requestedTier);
  }

  /** The model that made it, else the one that was asked last. */
  Optional<String> model() {
    return fact("model")
        .or(() -> task.ticket().map(JobTicket::model))
        .or(() -> task.progress().last().map(Progress.Submission::model));
  }

  private Optional<String> fact(String name) {
    return task.state() instanceof TaskState.Completed done
        ? Optional.ofNullable(done.facts().get(name))
        : Optional.empty();
  }

  static boolean isRecorded(String outcome) {
    return RECORDED.contains(outcome);
  }

  /** Host and port of a webhook; the rest of the address is nobody's business. */
  static String host(String webhookUrl) {
    try {
      URI address = new URI(webhookUrl);
      if (address.getHost() == null) {
        return "(no host)";
      }
      return address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    } catch (URISyntaxException unreadable) {
      return "(unreadable)";
    }
  }
}
