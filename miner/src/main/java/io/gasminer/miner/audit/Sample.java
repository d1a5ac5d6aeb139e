package io.gasminer.miner.audit;

import io.gasminer.miner.generation.CatalogRow;
import io.gasminer.miner.generation.FittedParameters;
import io.gasminer.miner.generation.GenerationRequest;
import io.gasminer.miner.generation.Planner;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Owns what one model is asked for in an audit.
 *
 * @param tier as a challenge names it; empty for what validators ask for most
 */
public record Sample(CatalogRow row, Optional<String> tier) {
  private static final String PROMPT =
      "A red lighthouse on a rocky coast at dusk, waves against the rocks, a photograph";
  private static final TaskId NOBODY = new TaskId(new UUID(0, 0));

  /** Whose sample it is. */
  public AuditedModel model() {
    return AuditedModel.of(row.card());
  }

  /** The order as the planner makes it, for looking at. */
  public GenerationRequest order() {
    return order(task(NOBODY, Instant.EPOCH));
  }

  /** The length of the video in seconds; 1 for an image. */
  public long seconds() {
    return FittedParameters.of(order()).number(FittedParameters.DURATION).orElse(1L);
  }

  /** What the catalogue says that it costs, in US dollars; empty when it does not. */
  public Optional<BigDecimal> price() {
    return row.price(order().tier(), seconds());
  }

  GenerationRequest order(Task task) {
    return Planner.order(task, row.card());
  }

  Task task(TaskId id, Instant asked) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    tier.ifPresent(name -> parameters.put("resolution", name));
    return Task.accepted(id, row.card().modality(), PROMPT, parameters, "", "", asked);
  }
}
