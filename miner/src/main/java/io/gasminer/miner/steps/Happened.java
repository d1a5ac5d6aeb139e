package io.gasminer.miner.steps;

import io.gasminer.miner.task.JobTicket;
import io.gasminer.miner.task.Media;
import io.gasminer.miner.task.TaskEvent;
import io.gasminer.miner.task.TaskEvent.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Owns the words by which a task's way is told hours later. */
record Happened(Kind kind, String words) {
  static Happened asked(String provider, String model, int submission) {
    return new Happened(Kind.ASKED, provider + " for " + model + " (request " + submission + ")");
  }

  static Happened jobAccepted(JobTicket ticket) {
    return new Happened(
        Kind.JOB_ACCEPTED, ticket.provider() + ", " + ticket.model() + ": job " + ticket.jobId());
  }

  static Happened busy(String model, String reason) {
    return new Happened(Kind.BUSY, model + ": " + reason);
  }

  static Happened ruledOut(String model, String reason) {
    return new Happened(Kind.RULED_OUT, model + ": " + reason);
  }

  static Happened operatorProblem(String provider, String reason) {
    return new Happened(Kind.OPERATOR_PROBLEM, provider + ": " + reason);
  }

  static Happened moderated(String model, String reason) {
    return new Happened(Kind.MODERATED, model + ": " + reason);
  }

  static Happened uncertain(String provider, String model) {
    return new Happened(
        Kind.UNCERTAIN, "the miner ended while " + provider + " was asked for " + model);
  }

  static Happened waiting(String reason) {
    return new Happened(Kind.WAITING, reason);
  }

  static Happened produced(Media media, Duration took) {
    return new Happened(
        Kind.PRODUCED,
        String.format(
            Locale.ROOT,
            "%s, %d bytes, after %.1f s",
            media.contentType(),
            media.bytes().length,
            took.toMillis() / 1000.0));
  }

  static Happened fit(Map<String, String> facts, List<String> warnings) {
    String signer = facts.getOrDefault("c2pa_signer", "");
    String tier = facts.getOrDefault("tier", "");
    return new Happened(
        Kind.FIT,
        "validators would take it"
            + (signer.isEmpty() ? "" : ", signed by " + signer)
            + (tier.isEmpty() ? "" : ", tier " + tier)
            + (warnings.isEmpty() ? "" : "; note: " + String.join("; ", warnings)));
  }

  static Happened unfit(String reason, String advice) {
    return new Happened(Kind.UNFIT, advice.isBlank() ? reason : reason + ". " + advice);
  }

  /** It, at that time, as a task's store keeps it. */
  List<TaskEvent> at(Instant when) {
    return List.of(new TaskEvent(when, kind, words));
  }
}
