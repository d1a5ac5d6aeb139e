package io.gasminer.miner.audit;

import io.gasminer.miner.generation.GenerationOutcome;
import io.gasminer.miner.generation.GenerationProvider;
import io.gasminer.miner.generation.SubmitOutcome;
import io.gasminer.miner.generation.rack.ServiceKeys;
import io.gasminer.miner.task.JobTicket;
import io.gasminer.miner.task.Media;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskId;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Owns the making of samples: asked for once, found again after a crash, judged and remembered.
 *
 * <p>For one thread; the caller holds the folder's claim.
 */
public final class Auditor {
  private static final String VENDOR = "the service's, or the network's on the way to it";

  private final EvidenceFolder folder;
  private final SampleJudge judge;
  private final Supplier<UUID> names;
  private final InstantSource clock;

  /**
   * An auditor over the evidence of one state folder.
   *
   * @param names for samples; each is new
   */
  public Auditor(
      EvidenceFolder folder, SampleJudge judge, Supplier<UUID> names, InstantSource clock) {
    this.folder = folder;
    this.judge = judge;
    this.names = names;
    this.clock = clock;
  }

  /**
   * Makes the sample, or takes up what an earlier audit began.
   *
   * @param patience how long to wait for it
   * @param again whether to ask anew where it is not known what became of an earlier request
   */
  public AuditOutcome audit(
      Sample sample, GenerationProvider provider, Duration patience, boolean again) {
    Instant deadline = clock.instant().plus(patience);
    Optional<PendingSample> pending;
    try {
      pending = folder.pending(sample.model());
      Optional<JobTicket> ticket = pending.flatMap(PendingSample::ticket);
      if (ticket.isPresent()) {
        // A job that an earlier audit began keeps its tier, and says nothing of how long it takes.
        Sample earlier = new Sample(sample.row(), Optional.of(pending.get().tier()));
        return await(pending.get(), earlier, provider, deadline, Optional.empty());
      }
      if (pending.isPresent() && !again && isPaid(sample)) {
        return uncertain(pending.get());
      }
      return buy(sample, pending.map(PendingSample::task), provider, deadline);
    } catch (IOException unusable) {
      return notKept(unusable, isPaid(sample));
    }
  }

  private AuditOutcome buy(
      Sample sample, Optional<TaskId> earlier, GenerationProvider provider, Instant deadline)
      throws IOException {
    Instant asked = clock.instant();
    TaskId id = earlier.orElseGet(() -> new TaskId(names.get()));
    PendingSample pending =
        new PendingSample(
            sample.model(), id, asked, sample.order().tier(), sample.price(), Optional.empty());
    folder.remember(pending);
    Task task = sample.task(id, asked);
    return switch (provider.submit(sample.order(task), deadline)) {
      case SubmitOutcome.Accepted(JobTicket ticket) -> {
        PendingSample ticketed = pending.with(ticket);
        rememberIfPossible(ticketed);
        yield await(ticketed, sample, provider, deadline, Optional.of(asked));
      }
      case SubmitOutcome.Answered(GenerationOutcome outcome) ->
          answered(pending, sample, outcome, Optional.of(asked));
    };
  }

  private AuditOutcome await(
      PendingSample pending,
      Sample sample,
      GenerationProvider provider,
      Instant deadline,
      Optional<Instant> since)
      throws IOException {
    JobTicket ticket = pending.ticket().orElseThrow();
    GenerationOutcome outcome = provider.await(ticket, deadline);
    return switch (outcome) {
      case GenerationOutcome.StillRunning running ->
          new AuditOutcome.Running(ticket, "it is not done yet");
      case GenerationOutcome.Unavailable(String reason, Duration after) ->
          new AuditOutcome.Running(ticket, reason);
      case GenerationOutcome.OperatorProblem(String reason) ->
          new AuditOutcome.Running(ticket, reason);
      default -> answered(pending, sample, outcome, since);
    };
  }

  // What is paid for is waited for, on disk or not.
  private void rememberIfPossible(PendingSample ticketed) {
    try {
      folder.remember(ticketed);
    } catch (IOException full) {
      // The wait goes on; what comes of it names the job.
    }
  }

  /** What a final answer means; from here on nothing is under way. */
  private AuditOutcome answered(
      PendingSample pending, Sample sample, GenerationOutcome outcome, Optional<Instant> since)
      throws IOException {
    AuditOutcome found =
        switch (outcome) {
          case GenerationOutcome.Produced(Media media) -> produced(pending, sample, media, since);
          case GenerationOutcome.Rejected(String reason) -> notServed(pending, reason);
          case GenerationOutcome.OperatorProblem(String reason) -> keyOrCredits(sample, reason);
          case GenerationOutcome.Unavailable(String reason, Duration after) ->
              notMade(reason, VENDOR, "Try again in " + seconds(after) + " s.", false);
          case GenerationOutcome.Moderated(String reason) ->
              notMade(
                  reason,
                  "the service's moderation, which refused a harmless prompt",
                  "Try again; if it stays so, choose another model.",
                  false);
          case GenerationOutcome.Lost(String reason) ->
              notMade(
                  reason,
                  "the service's, whose job ended without media",
                  "Look at the service's invoice, and try again.",
                  isPaid(sample));
          case GenerationOutcome.StillRunning running ->
              notMade(
                  sample.row().card().provider() + " did not answer in time",
                  VENDOR,
                  "Look at the service's invoice, and try again with a longer --timeout.",
                  isPaid(sample));
        };
    folder.forget(pending.model());
    return found;
  }

  private AuditOutcome produced(
      PendingSample pending, Sample sample, Media media, Optional<Instant> since)
      throws IOException {
    String file = folder.keep(pending.model(), media);
    Evidence evidence =
        judge.judge(
            pending,
            sample.task(pending.task(), pending.asked()),
            media,
            file,
            since.map(asked -> Duration.between(asked, clock.instant())));
    folder.keep(evidence);
    return new AuditOutcome.Judged(evidence);
  }

  private AuditOutcome notServed(PendingSample pending, String reason) throws IOException {
    Evidence evidence =
        new Evidence(
            pending.model(),
            clock.instant(),
            Evidence.Verdict.NOT_SERVED,
            pending.tier(),
            pending.price(),
            Optional.empty(),
            Optional.of(
                new Evidence.Problem(
                    reason,
                    "the choice of the model: the service does not serve it, or not for this",
                    "Choose another model: 'gascli models' lists them.")),
            Map.of(),
            List.of());
    folder.keep(evidence);
    return new AuditOutcome.Judged(evidence);
  }

  private static AuditOutcome keyOrCredits(Sample sample, String reason) {
    String key = ServiceKeys.settingOf(sample.row().card().provider()).orElse("the key");
    return notMade(
        reason,
        "yours: the key or the account's credits",
        "Look at " + key + " and at the account's credits, then run the audit again.",
        false);
  }

  private static AuditOutcome uncertain(PendingSample pending) {
    return notMade(
        "an audit asked for it at "
            + pending.asked()
            + " and was cut off before the answer, so it is not known whether it was charged",
        "nobody's: that audit was stopped, or the machine was",
        "Look at the service's invoice; --again asks for another one.",
        true);
  }

  private AuditOutcome notKept(IOException unusable, boolean paid) {
    return notMade(
        "the evidence cannot be kept (" + unusable.getMessage() + ")",
        "this machine's",
        "Make room in "
            + folder.path()
            + " and let this user write there; a job that was accepted is found again by its"
            + " ticket.",
        paid);
  }

  private static boolean isPaid(Sample sample) {
    return sample.price().map(BigDecimal::signum).orElse(1) != 0;
  }

  private static AuditOutcome notMade(
      String reason, String fault, String next, boolean maybeCharged) {
    return new AuditOutcome.NotMade(reason, fault, next, maybeCharged);
  }

  private static long seconds(Duration after) {
    return Math.max(1, after.toSeconds());
  }
}
