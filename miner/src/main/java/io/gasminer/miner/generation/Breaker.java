package io.gasminer.miner.generation;

import io.gasminer.miner.events.ProviderEvents;
import io.gasminer.miner.task.JobTicket;
import io.gasminer.miner.task.Modality;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * Owns whether a provider may be asked at the moment.
 *
 * <p>A refused key or empty account closes it for a minute, then two, then four, up to an hour, and
 * is said once. A vendor that names a time is left alone for that long. Three failures in a row
 * leave it alone for ten seconds, growing to five minutes. After each pause one request at a time
 * tries it. Jobs that are paid for are awaited whatever the state. Thread-safe; the lock is held
 * for memory only.
 */
public final class Breaker implements GenerationProvider {
  private static final Duration FIRST_REFUSAL = Duration.ofMinutes(1);
  private static final Duration LONGEST_REFUSAL = Duration.ofHours(1);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final Duration LONGEST_WISH = Duration.ofMinutes(10);
  private static final Duration WHILE_PROBING = Duration.ofSeconds(5);
  private static final int FAILURES_IN_A_ROW = 3;

  /** A vendor that fails for no longer than this has named no time of its own. */
  public static final Duration BRIEFLY = Duration.ofSeconds(2);

  private final GenerationProvider guarded;
  private final String keySetting;
  private final InstantSource clock;
  private final ProviderEvents events;

  private Instant closedUntil = Instant.MIN;
  private String why = "";
  private boolean paused;
  private boolean probing;
  private int refusals;
  private int failures;

  /**
   * Guards a provider.
   *
   * @param keySetting the setting that holds its key, for the operator's message
   */
  public Breaker(
      GenerationProvider guarded, String keySetting, InstantSource clock, ProviderEvents events) {
    this.guarded = guarded;
    this.keySetting = keySetting;
    this.clock = clock;
    this.events = events;
  }

  @Override
  public String name() {
    return guarded.name();
  }

  @Override
  public String serviceName() {
    return guarded.serviceName();
  }

  @Override
  public Set<Modality> modalities() {
    return guarded.modalities();
  }

  @Override
  public GenerationOutcome await(JobTicket ticket, Instant deadline) {
    return guarded.await(ticket, deadline);
  }

  @Override
  public synchronized Duration closedFor() {
    Instant now = clock.instant();
    if (now.isBefore(closedUntil)) {
      return Duration.between(now, closedUntil);
    }
    return probing ? WHILE_PROBING : Duration.ZERO;
  }

  @Override
  public synchronized Optional<String> closedBecause() {
    return paused ? Optional.of(why) : Optional.empty();
  }

  @Override
  public SubmitOutcome submit(GenerationRequest request, Instant deadline) {
    boolean probe;
    synchronized (this) {
      Duration closed = closedFor();
      if (closed.isPositive()) {
        return new SubmitOutcome.Answered(
            new GenerationOutcome.Unavailable(name() + " is left alone: " + why, closed));
      }
      probe = paused;
      probing = probe;
    }
    try {
      SubmitOutcome outcome = guarded.submit(request, deadline);
      learn(outcome);
      return outcome;
    } finally {
      if (probe) {
        synchronized (this) {
          probing = false;
        }
      }
    }
  }

  private synchronized void learn(SubmitOutcome outcome) {
    if (!(outcome instanceof SubmitOutcome.Answered(GenerationOutcome answer))) {
      works();
      return;
    }
    switch (answer) {
      case GenerationOutcome.Produced produced -> works();
      case GenerationOutcome.Moderated moderated -> works();
      case GenerationOutcome.Rejected rejected -> works();
      case GenerationOutcome.OperatorProblem(String reason) -> refused(reason);
      case GenerationOutcome.Unavailable(String reason, Duration wish) -> failed(reason, wish);
      // Neither says anything about the next request.
      case GenerationOutcome.Lost lost -> {}
      case GenerationOutcome.StillRunning running -> {}
    }
  }

  private void works() {
    if (isClosed()) {
      return;
    }
    if (paused) {
      events.resumed(name());
    }
    paused = false;
    refusals = 0;
    failures = 0;
  }

  private void refused(String reason) {
    if (isClosed()) {
      return;
    }
    Duration pause = grown(FIRST_REFUSAL, refusals, LONGEST_REFUSAL);
    if (refusals == 0) {
      events.operatorMustAct(name(), reason, keySetting, pause);
    } else {
      events.stillRefused(name(), pause);
    }
    refusals++;
    close(reason, pause);
  }

  private void failed(String reason, Duration wish) {
    if (isClosed()) {
      return;
    }
    failures++;
    if (wish.compareTo(BRIEFLY) > 0) {
      Duration pause = wish.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wish;
      events.paused(name(), reason, pause);
      close(reason, pause);
    } else if (failures >= FAILURES_IN_A_ROW) {
      Duration pause = grown(FIRST_PAUSE, failures - FAILURES_IN_A_ROW, LONGEST_PAUSE);
      events.paused(name(), reason, pause);
      close(reason, pause);
    }
  }

  private void close(String reason, Duration pause) {
    closedUntil = clock.instant().plus(pause);
    why = reason;
    paused = true;
  }

  // Requests that were under way when it closed say nothing new.
  private boolean isClosed() {
    return clock.instant().isBefore(closedUntil);
  }

  private static Duration grown(Duration first, int times, Duration longest) {
    Duration grown = first.multipliedBy(1L << Math.min(times, 16));
    return grown.compareTo(longest) < 0 ? grown : longest;
  }
}
