package io.gasminer.miner.admission;

import io.gasminer.bittensor.epistula.Caller;
import io.gasminer.miner.events.MinerEvents;
import io.gasminer.miner.task.AcceptOutcome;
import io.gasminer.miner.task.Modality;
import io.gasminer.miner.task.SeenRequest;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskId;
import io.gasminer.miner.task.TaskStore;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Owns the yes or no to a challenge: prompt, webhook, capability, replay, capacity, in this order.
 *
 * <p>Thread-safe; blocks until the yes is on disk.
 */
public final class Admission {
  private static final int RETRY_AFTER_SECONDS = 30;

  private final TaskStore store;
  private final ServiceBoard services;
  private final InstantSource clock;
  private final Supplier<UUID> ids;
  private final MinerEvents events;

  /** Admits to the store what the services can make. */
  public Admission(
      TaskStore store,
      ServiceBoard services,
      InstantSource clock,
      Supplier<UUID> ids,
      MinerEvents events) {
    this.store = store;
    this.services = services;
    this.clock = clock;
    this.ids = ids;
    this.events = events;
  }

  /** Decides on a challenge whose signature has been verified. */
  public AdmissionOutcome admit(
      Modality modality, byte[] body, Optional<String> webhookUrl, Caller caller) {
    return switch (Challenge.read(body)) {
      case Challenge.Reading.Unreadable(String reason) -> new AdmissionOutcome.Malformed(reason);
      case Challenge.Reading.Read(Challenge challenge) ->
          admit(modality, challenge, webhookUrl.orElse(""), caller);
    };
  }

  private AdmissionOutcome admit(
      Modality modality, Challenge challenge, String webhookUrl, Caller caller) {
    if (webhookUrl.isEmpty()) {
      return new AdmissionOutcome.Malformed("Missing required header: X-Webhook-URL");
    }
    if (!services.canServe(modality)) {
      return new AdmissionOutcome.NoService(
          "No service available for modality=" + modality.wireName());
    }
    Task task =
        Task.accepted(
            new TaskId(ids.get()),
            modality,
            challenge.prompt(),
            challenge.parameters(),
            webhookUrl,
            caller.signer().hotkey().toString(),
            clock.instant());
    AcceptOutcome outcome =
        store.accept(task, new SeenRequest(caller.fingerprint(), caller.validUntil()));
    return switch (outcome) {
      case AcceptOutcome.Accepted() -> {
        events.taskAccepted(
            task.id().toString(), modality.wireName(), caller.signer().hotkey().toString());
        yield new AdmissionOutcome.Accepted(task);
      }
      case AcceptOutcome.Replayed() ->
          new AdmissionOutcome.Replayed("This signed request was accepted before");
      case AcceptOutcome.QueueFull(long waiting) -> {
        events.queueFull(waiting);
        yield new AdmissionOutcome.Busy("Queue is full", RETRY_AFTER_SECONDS);
      }
      case AcceptOutcome.Unavailable(String reason) -> {
        events.storeUnavailable(reason);
        yield new AdmissionOutcome.Busy("Storage is unavailable", RETRY_AFTER_SECONDS);
      }
    };
  }
}
