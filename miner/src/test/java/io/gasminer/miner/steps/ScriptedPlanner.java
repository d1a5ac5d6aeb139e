package io.gasminer.miner.steps;

import io.gasminer.miner.generation.GenerationPlanner;
import io.gasminer.miner.generation.GenerationProvider;
import io.gasminer.miner.generation.GenerationRequest;
import io.gasminer.miner.generation.ModelCard;
import io.gasminer.miner.generation.PlanOutcome;
import io.gasminer.miner.task.Modality;
import io.gasminer.miner.task.Task;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A planner that takes the first of its models that is not ruled out, all at one provider. */
record ScriptedPlanner(GenerationProvider provider, List<String> models, Optional<BigDecimal> price)
    implements GenerationPlanner {
  static ScriptedPlanner of(GenerationProvider provider, String... models) {
    return new ScriptedPlanner(provider, List.of(models), Optional.of(new BigDecimal("0.04")));
  }

  ScriptedPlanner free() {
    return new ScriptedPlanner(provider, models, Optional.of(BigDecimal.ZERO));
  }

  ScriptedPlanner withoutAPrice() {
    return new ScriptedPlanner(provider, models, Optional.empty());
  }

  @Override
  public PlanOutcome plan(Task task, Set<String> ruledOut) {
    return models.stream()
        .filter(model -> !ruledOut.contains(model))
        .findFirst()
        .<PlanOutcome>map(model -> new PlanOutcome.Planned(provider, request(task, model)))
        .orElseGet(() -> new PlanOutcome.Impossible("no model is left"));
  }

  private GenerationRequest request(Task task, String model) {
    return new GenerationRequest(
        task.id(), task.modality(), task.prompt(), card(model), "1K", task.parameters());
  }

  private ModelCard card(String model) {
    return new ModelCard(
        provider.name(),
        model,
        Modality.IMAGE,
        Map.of("1K", "1024x1024"),
        List.of(),
        List.of("1:1"),
        false,
        false,
        price,
        Optional.empty(),
        LocalDate.EPOCH,
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public Optional<GenerationProvider> provider(String name) {
    return Optional.of(provider).filter(known -> known.name().equals(name));
  }
}
