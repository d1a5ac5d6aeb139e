package io.gasminer.miner.generation.http;

import io.gasminer.miner.config.Secret;
import io.gasminer.miner.generation.GenerationOutcome;
import io.gasminer.miner.generation.GenerationRequest;
import io.gasminer.miner.task.Modality;
import io.gasminer.miner.task.TaskId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Owns the tools for one vendor: how to call it, how to read its refusals, how to get its media.
 *
 * <p>Thread-safe.
 *
 * @param name as configuration spells it
 * @param outOfReach the jobs of which the operator was told that the key does not open them
 */
public record Vendor(
    String name,
    VendorHttp http,
    Verdict verdict,
    Downloads downloads,
    CutCalls cuts,
    Set<String> outOfReach,
    Surroundings around) {
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

  /** The tools for the vendor at this base. */
  public static Vendor at(
      String name, URI base, Secret key, Map<String, String> headers, Surroundings around) {
    VendorHttp http = new VendorHttp(base, key, headers, around.clock());
    return new Vendor(
        name,
        http,
        new Verdict(name, http, around.clock()),
        new Downloads(http, around.resolver()),
        new CutCalls(),
        ConcurrentHashMap.newKeySet(),
        around);
  }

  /** The time. */
  public Instant now() {
    return around.clock().instant();
  }

  /** What it means for the task that a call that commits money brought no success. */
  public GenerationOutcome noSuccess(Exchange exchange, TaskId task) {
    return switch (exchange) {
      case Exchange.Answered answer -> verdict.of(answer);
      case Exchange.NotSent(String reason) -> verdict.notSent(reason);
      case Exchange.Cut(String reason) -> cuts.after(task, name, verdict.shown(reason));
      case Exchange.TooLarge(long cap) ->
          new GenerationOutcome.Lost(
              name + "'s answer is larger than " + cap / (1024 * 1024) + " MiB; it was not read");
    };
  }

  /**
   * The image at an address of a paid answer, tried again while there is time: it is bought, and
   * there is no job to find it by.
   */
  public GenerationOutcome image(
      String address, Duration within, Instant deadline, GenerationRequest request, Instant asked) {
    Instant end = now().plus(within).isBefore(deadline) ? now().plus(within) : deadline;
    Duration wait = FIRST_WAIT;
    while (true) {
      switch (downloads.fetch(address, VendorCall.LARGEST_IMAGE, end)) {
        case Fetched.Bytes(byte[] bytes) -> {
          return media(bytes, request, asked);
        }
        case Fetched.Refused(String reason) -> {
          return lost(reason);
        }
        case Fetched.NotNow(String reason) -> {
          if (now().plus(wait).isAfter(end) || !waited(wait)) {
            return lost(reason);
          }
        }
      }
      wait = wait.multipliedBy(2);
    }
  }

  /** The bytes as the answer to a request. */
  public GenerationOutcome media(byte[] bytes, GenerationRequest request, Instant asked) {
    return VendorMedia.of(
        bytes,
        request.modality(),
        VendorMedia.facts(name, request.model().model(), request.tier(), asked, now()));
  }

  /** The paid video at an address or path; empty when it should be looked for again. */
  public Optional<GenerationOutcome> video(Fetched fetched, Map<String, String> facts) {
    return switch (fetched) {
      case Fetched.Bytes(byte[] bytes) -> Optional.of(VendorMedia.of(bytes, Modality.VIDEO, facts));
      case Fetched.Refused(String reason) -> Optional.of(lost(reason));
      case Fetched.NotNow(String reason) -> Optional.empty();
    };
  }

  /** The verdict that what is paid for cannot be had. */
  public GenerationOutcome lost(String reason) {
    return new GenerationOutcome.Lost(
        name + " made the media, but it could not be taken: " + verdict.shown(reason));
  }

  private boolean waited(Duration wait) {
    try {
      around.pause().forAbout(wait);
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
