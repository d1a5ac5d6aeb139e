package io.gasminer.miner.generation.http;

import io.gasminer.miner.task.JobTicket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Owns what all vendors' jobs have in common: their ids, their addresses, their last words. */
public final class JobPath {
  private static final int LONGEST_ID = 500;
  private static final int MOST_REMEMBERED = 1_000;

  private JobPath() {}

  /** The job's id, if the answer names one that can be asked for. */
  public static Optional<String> idOf(JsonNode answer, String field) {
    return VendorJson.text(answer.path(field))
        .filter(id -> id.length() <= LONGEST_ID && id.chars().noneMatch(Character::isISOControl));
  }

  /** The job's path; an id cannot lead anywhere else. */
  public static String of(String prefix, String id) {
    String segment = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    return prefix + (segment.matches("\\.+") ? "_" : segment);
  }

  /** What a failed job says of itself, its state included. */
  public static String failureOf(JsonNode job) {
    String words = ErrorText.of(job);
    String state = VendorJson.text(job.path("status")).orElse("failed");
    return words.isEmpty() ? state : state + ": " + words;
  }

  /** Tells the operator, once a job, when the key no longer opens the way to what is paid for. */
  public static void sayIfRefused(
      Vendor vendor, Exchange exchange, JobTicket ticket, String keySetting) {
    if (exchange instanceof Exchange.Answered answer
        && (answer.status() == 401 || answer.status() == 403)
        && vendor.outOfReach().size() < MOST_REMEMBERED
        && vendor.outOfReach().add(ticket.jobId())) {
      vendor
          .around()
          .events()
          .jobOutOfReach(
              vendor.name(), ticket.jobId(), "it answered " + answer.status(), keySetting);
    }
  }
}
