package io.gasminer.gascli.takeover;

import io.gasminer.miner.delivery.Courier;
import io.gasminer.miner.media.ContentType;
import io.gasminer.miner.task.JobTicket;
import io.gasminer.miner.task.Media;
import io.gasminer.miner.task.Modality;
import io.gasminer.miner.task.Task;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Owns what is to be done with a task of the known miner: what can still be delivered is taken,
 * with its job where that is known, so that nothing is bought twice.
 *
 * @param output where the known miner kept copies of what it made
 */
record TaskPlan(Instant now, Path output) {
  // What is taken later than this before the challenge closes could not be delivered in time.
  private static final Duration TOO_LATE = Duration.ofMinutes(2);
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);
  private static final int LARGEST_MEDIA = 512 << 20;
  private static final List<String> ENDINGS =
      List.of("png", "jpg", "jpeg", "webp", "gif", "mp4", "mov", "webm");

  /** Where media are; they are read when they are needed, as they may be large. */
  @FunctionalInterface
  interface Source {
    /** The bytes, or empty when they are no longer there. */
    Optional<byte[]> read();

    /** The bytes as what they are. */
    default Optional<Media> media(Modality modality) {
      return read()
          .map(
              bytes ->
                  new Media(
                      bytes, ContentType.of(bytes, modality), Map.of("provider", "imported")));
    }
  }

  /** What is to be done. */
  sealed interface Decision {
    /**
     * It goes on here.
     *
     * @param media where it is made already
     */
    record Take(Task task, Optional<Source> media, String why) implements Decision {}

    /** It stays. */
    record Leave(String why) implements Decision {}
  }

  Decision of(KnownTask known) {
    if (known.createdAt().isAfter(now.plus(CLOCKS_DIFFER))) {
      return new Decision.Leave("it is of a time to come; is this machine's clock right?");
    }
    if (!now.isBefore(known.createdAt().plus(Courier.WINDOW).minus(TOO_LATE))) {
      return new Decision.Leave("older than two hours: no validator waits for it any more");
    }
    return switch (known.status()) {
      case "failed" -> new Decision.Leave("it had failed");
      case "completed" -> completed(known);
      case "processing" -> processing(known);
      default -> new Decision.Take(pending(known), Optional.empty(), "it waits for its turn");
    };
  }

  private Decision completed(KnownTask known) {
    Optional<Source> made =
        known.result().<Source>map(bytes -> () -> Optional.of(bytes)).or(() -> kept(known));
    if (made.isEmpty()) {
      return new Decision.Leave("it was finished, and what was made is not there to be delivered");
    }
    return new Decision.Take(
        pending(known).started(start(known)),
        made,
        "finished: it is checked and delivered; a validator that has it already says so");
  }

  private Decision processing(KnownTask known) {
    Task task = pending(known);
    if (known.job().isEmpty()) {
      return new Decision.Take(
          task, Optional.empty(), "begun without a job to find it by: it is made anew");
    }
    KnownTask.Job job = known.job().get();
    return ticket(known, job)
        .<Decision>map(
            ticket ->
                new Decision.Take(
                    task.started(start(known)).ticketed(ticket),
                    Optional.empty(),
                    "its job " + ticket.jobId() + " at " + ticket.provider() + " is waited for"))
        .orElseGet(
            () ->
                new Decision.Take(
                    task,
                    Optional.empty(),
                    "its job ("
                        + job.kind()
                        + ") is at a service that is not known here: it is made anew"));
  }

  private Optional<JobTicket> ticket(KnownTask known, KnownTask.Job job) {
    return switch (job.kind()) {
      case "openrouter_video" ->
          job.field("job_id")
              .map(id -> ticket(known, "openrouter", job.field("model").orElse("unknown"), id));
      case "runway" ->
          job.field("runway_task_id")
              .map(id -> ticket(known, "runway", job.field("model").orElse("veo3.1"), id));
      default -> Optional.empty();
    };
  }

  private JobTicket ticket(KnownTask known, String provider, String model, String id) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("imported", "true");
    Optional.ofNullable(known.parameters().get("resolution"))
        .ifPresent(tier -> details.put("tier", tier.toString()));
    return new JobTicket(provider, model, id, start(known), Map.copyOf(details));
  }

  private Instant start(KnownTask known) {
    return known
        .startedAt()
        .filter(at -> !at.isBefore(known.createdAt()) && !at.isAfter(now))
        .orElse(known.createdAt());
  }

  private static Task pending(KnownTask known) {
    return Task.accepted(
        known.id(),
        known.modality(),
        known.prompt(),
        known.parameters(),
        known.webhook(),
        known.signedBy(),
        known.createdAt());
  }

  private Optional<Source> kept(KnownTask known) {
    Path folder = output.resolve(known.modality().wireName());
    return ENDINGS.stream()
        .map(ending -> folder.resolve(known.id() + "." + ending))
        .filter(TaskPlan::isMedia)
        .findFirst()
        .map(file -> () -> bytes(file));
  }

  private static boolean isMedia(Path file) {
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          && Files.size(file) > 0
          && Files.size(file) <= LARGEST_MEDIA;
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static Optional<byte[]> bytes(Path file) {
    try (InputStream content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = content.readNBytes(LARGEST_MEDIA + 1);
      return Optional.of(bytes).filter(all -> all.length > 0 && all.length <= LARGEST_MEDIA);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
