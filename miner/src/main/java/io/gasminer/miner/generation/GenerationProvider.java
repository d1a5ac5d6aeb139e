package io.gasminer.miner.generation;

import io.gasminer.miner.task.JobTicket;
import io.gasminer.miner.task.Modality;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One vendor's way of making media. Blocking; called on virtual threads; thread-safe.
 *
 * <p>No method throws across this interface for anything that a vendor or a network can do:
 * outcomes are values.
 */
public interface GenerationProvider {
  /** The name that configuration uses: {@code openai}, {@code openrouter}, … */
  String name();

  /** The name that {@code /miner_info} shows: {@code OpenAIService}, … */
  String serviceName();

  /** What this provider can be asked for with the configuration it has. */
  Set<Modality> modalities();

  /** Asks for the media once; money may be committed from here on. */
  SubmitOutcome submit(GenerationRequest request, Instant deadline);

  /**
   * Waits for a job that was accepted before, in this life of the process or an earlier one.
   *
   * <p>Running out of time is {@link GenerationOutcome.StillRunning}, never a verdict.
   */
  GenerationOutcome await(JobTicket ticket, Instant deadline);

  /** For how long nothing should be submitted, as far as is known; zero when it can be asked. */
  default Duration closedFor() {
    return Duration.ZERO;
  }

  /**
   * Why it was closed, for the operator, until a request has shown that it works again; empty when
   * nothing is known against it.
   */
  default Optional<String> closedBecause() {
    return Optional.empty();
  }
}
