package io.gasminer.miner.steps;

import io.gasminer.miner.generation.GenerationOutcome;
import io.gasminer.miner.generation.GenerationProvider;
import io.gasminer.miner.generation.GenerationRequest;
import io.gasminer.miner.generation.SubmitOutcome;
import io.gasminer.miner.task.JobTicket;
import io.gasminer.miner.task.Media;
import io.gasminer.miner.task.Modality;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * A provider that does what the test says, in the order in which it says it, and remembers what it
 * was asked for. Once the script has ended it makes media at once. Thread-safe.
 */
final class ScriptedProvider implements GenerationProvider {
  final List<GenerationRequest> submitted = new CopyOnWriteArrayList<>();
  final List<JobTicket> awaited = new CopyOnWriteArrayList<>();
  private final Queue<Supplier<SubmitOutcome>> submits = new ConcurrentLinkedQueue<>();
  private final Queue<Supplier<GenerationOutcome>> awaits = new ConcurrentLinkedQueue<>();

  ScriptedProvider onSubmit(Supplier<SubmitOutcome> next) {
    submits.add(next);
    return this;
  }

  ScriptedProvider answers(GenerationOutcome next) {
    return onSubmit(() -> new SubmitOutcome.Answered(next));
  }

  ScriptedProvider takesJob(String id) {
    return onSubmit(() -> new SubmitOutcome.Accepted(ticket(id)));
  }

  ScriptedProvider onAwait(Supplier<GenerationOutcome> next) {
    awaits.add(next);
    return this;
  }

  ScriptedProvider says(GenerationOutcome next) {
    return onAwait(() -> next);
  }

  static JobTicket ticket(String id) {
    return new JobTicket("scripted", "m-1", id, Instant.EPOCH, Map.of());
  }

  static GenerationOutcome produced() {
    return new GenerationOutcome.Produced(
        new Media(new byte[] {1, 2, 3}, "image/png", Map.of("model", "m-1")));
  }

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
    return Set.of(Modality.values());
  }

  @Override
  public SubmitOutcome submit(GenerationRequest request, Instant deadline) {
    submitted.add(request);
    Supplier<SubmitOutcome> next = submits.poll();
    return next == null ? new SubmitOutcome.Answered(produced()) : next.get();
  }

  @Override
  public GenerationOutcome await(JobTicket ticket, Instant deadline) {
    awaited.add(ticket);
    Supplier<GenerationOutcome> next = awaits.poll();
    return next == null ? produced() : next.get();
  }
}
