package io.gasminer.miner.generation.http;

import io.gasminer.miner.generation.GenerationOutcome;
import io.gasminer.miner.task.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Owns the waiting for a paid job: look, pause, look again, until there is a verdict or no time.
 *
 * @param first the pause after the first look
 * @param longest what pauses grow to
 */
public record JobPolling(InstantSource clock, Pause pause, Duration first, Duration longest) {
  /**
   * Waits until a look brings an outcome.
   *
   * @param look asks the vendor once; empty when what it says is no verdict
   */
  public GenerationOutcome until(Instant deadline, Supplier<Optional<GenerationOutcome>> look) {
    Duration next = first;
    while (true) {
      Optional<GenerationOutcome> outcome = look.get();
      if (outcome.isPresent()) {
        return outcome.get();
      }
      if (Thread.currentThread().isInterrupted() || clock.instant().plus(next).isAfter(deadline)) {
        return new GenerationOutcome.StillRunning(next);
      }
      try {
        pause.forAbout(next);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return new GenerationOutcome.StillRunning(next);
      }
      Duration grown = next.multipliedBy(3).dividedBy(2);
      next = grown.compareTo(longest) < 0 ? grown : longest;
    }
  }
}
