package io.gasminer.miner.generation;

import io.gasminer.miner.task.Modality;
import io.gasminer.miner.task.Task;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Owns the choice of model, tier and parameters, before any money is spent.
 *
 * <p>The caller's model comes first when it can serve, then the operator's, then the provider's
 * other models that sign, those that reach the requested tier before those that do not, cheap
 * before dear. Immutable, thread-safe.
 */
public final class Planner implements GenerationPlanner {
  private static final BigDecimal UNKNOWN_PRICE = BigDecimal.valueOf(1_000);

  private final ModelCatalog catalog;
  private final Map<Modality, Assignment> assignments;
  private final Map<String, GenerationProvider> providers;
  private final InstantSource clock;

  /**
   * Who makes a modality.
   *
   * @param model the operator's choice; the catalogue's default where there is none
   */
  public record Assignment(String provider, Optional<String> model) {}

  /**
   * A planner for the assigned modalities; the other providers can still finish what they began.
   */
  public Planner(
      ModelCatalog catalog,
      Map<Modality, Assignment> assignments,
      Map<String, GenerationProvider> providers,
      InstantSource clock) {
    this.catalog = catalog;
    this.assignments = Map.copyOf(assignments);
    this.providers = Map.copyOf(providers);
    this.clock = clock;
  }

  @Override
  public PlanOutcome plan(Task task, Set<String> ruledOut) {
    Optional<Assignment> assignment = Optional.ofNullable(assignments.get(task.modality()));
    Optional<GenerationProvider> provider =
        assignment.flatMap(assigned -> provider(assigned.provider()));
    if (assignment.isEmpty() || provider.isEmpty()) {
      return new PlanOutcome.Impossible(
          "no service is configured for " + task.modality().wireName());
    }
    Optional<ModelCard> card =
        candidates(task.modality(), task.parameters(), assignment.get()).stream()
            .filter(candidate -> !ruledOut.contains(candidate.model()))
            .findFirst();
    if (card.isEmpty()) {
      return new PlanOutcome.Impossible(
          "no model of "
              + assignment.get().provider()
              + " is left for this task"
              + (ruledOut.isEmpty() ? "" : "; these have failed it: " + named(ruledOut)));
    }
    Duration pause = provider.get().closedFor();
    return pause.isPositive()
        ? new PlanOutcome.NotNow(assignment.get().provider() + " is out of order", pause)
        : new PlanOutcome.Planned(provider.get(), order(task, card.get()));
  }

  @Override
  public Optional<GenerationProvider> provider(String name) {
    return Optional.ofNullable(providers.get(name));
  }

  /**
   * The model that is asked first for such a challenge, whether or not its provider works just now;
   * empty where nobody makes the modality.
   */
  public Optional<ModelCard> firstChoice(Modality modality, Map<String, Object> parameters) {
    return Optional.ofNullable(assignments.get(modality))
        .flatMap(assigned -> candidates(modality, parameters, assigned).stream().findFirst());
  }

  private List<ModelCard> candidates(
      Modality modality, Map<String, Object> parameters, Assignment assignment) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    String provider = assignment.provider();
    Optional<ModelCard> callers =
        Optional.ofNullable(parameters.get("model"))
            .filter(String.class::isInstance)
            .flatMap(name -> catalog.find(provider, modality, (String) name))
            .filter(row -> row.mayServe() && !row.card().endedBy(today))
            .map(CatalogRow::card)
            .filter(card -> !card.isFamily());
    Optional<ModelCard> operators =
        assignment
            .model()
            .flatMap(name -> catalog.find(provider, modality, name))
            .filter(CatalogRow::mayServe)
            .map(CatalogRow::card)
            .or(() -> catalog.standard(provider, modality, today));
    String requested = ParameterFit.requestedTier(parameters, modality);
    Stream<ModelCard> others =
        catalog.able(provider, modality, today).stream()
            .map(CatalogRow::card)
            .sorted(
                Comparator.comparing((ModelCard card) -> !TierLadder.reaches(card, requested))
                    .thenComparing(card -> card.priceUsd().orElse(UNKNOWN_PRICE)));
    Map<String, ModelCard> inOrder = new LinkedHashMap<>();
    Stream.concat(Stream.concat(callers.stream(), operators.stream()), others)
        .forEach(card -> inOrder.putIfAbsent(card.model(), card));
    return List.copyOf(inOrder.values());
  }

  /** What the model is asked for on behalf of the task, fitted to what it takes. */
  public static GenerationRequest order(Task task, ModelCard card) {
    return new GenerationRequest(
        task.id(),
        task.modality(),
        shortened(task.prompt(), card),
        card,
        ParameterFit.tier(task.parameters(), card),
        ParameterFit.fit(task.parameters(), card));
  }

  // A prompt that is too long is a sure 400; its beginning is what validators compare with.
  private static String shortened(String prompt, ModelCard card) {
    int longest = Integer.parseInt(card.wire().getOrDefault("promptLimit", "32000"));
    if (prompt.length() <= longest) {
      return prompt;
    }
    int end = Character.isHighSurrogate(prompt.charAt(longest - 1)) ? longest - 1 : longest;
    return prompt.substring(0, end);
  }

  private static String named(Set<String> models) {
    return String.join(", ", models.stream().sorted().toList());
  }
}
