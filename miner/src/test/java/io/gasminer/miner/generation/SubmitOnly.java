package io.gasminer.miner.generation;

import io.gasminer.miner.task.JobTicket;
import io.gasminer.miner.task.Modality;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;

/** Owns a provider that answers every submission with what it is told to, and has no jobs. */
record SubmitOnly(Supplier<GenerationOutcome> answer) implements GenerationProvider {
  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public String serviceName() {
    return "ScriptedService";
  }

  @Override
  public Set<Modality> modalities() {
    return Set.of(Modality.VIDEO);
  }

  @Override
  public SubmitOutcome submit(GenerationRequest request, Instant deadline) {
    return new SubmitOutcome.Answered(answer.get());
  }

  @Override
  public GenerationOutcome await(JobTicket ticket, Instant deadline) {
    return new GenerationOutcome.Lost("no jobs here");
  }
}
