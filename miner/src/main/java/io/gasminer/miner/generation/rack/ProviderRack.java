package io.gasminer.miner.generation.rack;

import io.gasminer.miner.admission.ServiceBoard;
import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.generation.GenerationPlanner;
import io.gasminer.miner.generation.GenerationProvider;
import io.gasminer.miner.generation.ModelCatalog;
import io.gasminer.miner.generation.Planner;
import io.gasminer.miner.generation.Planner.Assignment;
import io.gasminer.miner.generation.http.Surroundings;
import io.gasminer.miner.generation.sandbox.SandboxModels;
import io.gasminer.miner.task.Modality;
import io.gasminer.miner.vitals.Vitals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Owns the configured providers, each behind its breaker, and what is made from them.
 *
 * <p>Every vendor with a key is there, so that a job of an earlier configuration can be finished;
 * only the chosen ones are planned for and shown. Immutable, thread-safe.
 */
public final class ProviderRack {
  private final GenerationPlanner planner;
  private final ServiceBoard board;
  private final Map<String, GenerationProvider> providers;
  private final ModelCheck check;
  private final List<String> notes;

  private ProviderRack(
      GenerationPlanner planner,
      ServiceBoard board,
      Map<String, GenerationProvider> providers,
      ModelCheck check,
      List<String> notes) {
    this.planner = planner;
    this.board = board;
    this.providers = Map.copyOf(providers);
    this.check = check;
    this.notes = List.copyOf(notes);
  }

  /** What filling the rack ended in. */
  public sealed interface Outcome {
    /** Ready to plan. */
    record Filled(ProviderRack rack) implements Outcome {}

    /** What is wrong, each with what to do; starting again without a change will not help. */
    record Problems(List<String> problems) implements Outcome {}
  }

  /**
   * Fills the rack.
   *
   * @param extra providers that are made elsewhere (the sandbox)
   * @param random shared by threads
   */
  public static Outcome fill(
      MinerConfig.Services services,
      List<GenerationProvider> extra,
      Surroundings around,
      RandomGenerator random) {
    return switch (ModelCatalog.load(services.catalog())) {
      case ModelCatalog.Outcome.Problems(List<String> problems) -> new Outcome.Problems(problems);
      case ModelCatalog.Outcome.Loaded(ModelCatalog catalog) ->
          fill(
              catalog.and(SandboxModels.cards()),
              services,
              new Shelf(services, extra, around, random),
              around);
    };
  }

  private static Outcome fill(
      ModelCatalog catalog, MinerConfig.Services services, Shelf shelf, Surroundings around) {
    Map<Modality, Assignment> assignments = assignments(services);
    List<String> problems = new ArrayList<>(shelf.problems());
    List<String> notes = new ArrayList<>();
    ModelChoice choice = new ModelChoice(catalog, around.clock());
    assignments.forEach(
        (modality, assignment) -> {
          if (!shelf.providers().containsKey(assignment.provider())) {
            problems.add(
                modality.name()
                    + "_SERVICE="
                    + assignment.provider()
                    + " cannot be used: there is no such provider, or its key is missing");
          }
          choice.judge(modality, assignment, problems, notes);
        });
    if (!problems.isEmpty()) {
      return new Outcome.Problems(problems);
    }
    return new Outcome.Filled(
        new ProviderRack(
            new Planner(catalog, assignments, shelf.providers(), around.clock()),
            board(assignments, shelf),
            shelf.providers(),
            new ModelCheck(choice, assignments, shelf.directories(), around),
            notes));
  }

  /** Who makes what, as it is configured. */
  public static Map<Modality, Assignment> assignments(MinerConfig.Services services) {
    Map<Modality, Assignment> assignments = new EnumMap<>(Modality.class);
    services
        .image()
        .ifPresent(
            name -> assignments.put(Modality.IMAGE, new Assignment(name, services.imageModel())));
    services
        .video()
        .ifPresent(
            name -> assignments.put(Modality.VIDEO, new Assignment(name, services.videoModel())));
    return assignments;
  }

  /** Who plans. */
  public GenerationPlanner planner() {
    return planner;
  }

  /** What validators are shown. */
  public ServiceBoard board() {
    return board;
  }

  /** The services that validators are shown, each with why it is left alone, for the operator. */
  public List<Vitals.Service> services(Instant now) {
    return board.services().stream()
        .map(
            service ->
                new Vitals.Service(
                    service.name(),
                    service.available(),
                    service.tasks().entrySet().stream()
                        .filter(tasks -> !tasks.getValue().isEmpty())
                        .map(tasks -> tasks.getKey().wireName())
                        .sorted()
                        .toList(),
                    rest(service.name(), now)))
        .toList();
  }

  private Optional<Vitals.Rest> rest(String serviceName, Instant now) {
    return providers.values().stream()
        .filter(provider -> provider.serviceName().equals(serviceName))
        .findFirst()
        .flatMap(
            provider ->
                provider
                    .closedBecause()
                    .map(why -> new Vitals.Rest(why, now.plus(provider.closedFor()))));
  }

  /** What the operator should know about the configured models but need not act on today. */
  public List<String> notes() {
    return notes;
  }

  /**
   * Asks the vendors' own lists for the configured models; for a thread of its own, as it waits.
   * What it finds is said through the events and returned.
   */
  public List<String> checkModelLists() {
    return check.run();
  }

  private static ServiceBoard board(Map<Modality, Assignment> assignments, Shelf shelf) {
    List<ServiceBoard.Service> services = new ArrayList<>();
    shelf
        .providers()
        .forEach(
            (name, provider) -> {
              Map<Modality, List<String>> tasks = new EnumMap<>(Modality.class);
              assignments.forEach(
                  (modality, assignment) -> {
                    if (assignment.provider().equals(name)) {
                      tasks.put(modality, List.of(modality.wireName() + "_generation"));
                    }
                  });
              if (!tasks.isEmpty()) {
                services.add(new ServiceBoard.Service(provider.serviceName(), true, tasks));
              }
            });
    return new ServiceBoard(List.copyOf(services));
  }

  /** The model that serves a modality today, for what the operator is shown. */
  public Optional<String> modelFor(Modality modality) {
    return check.modelFor(modality);
  }

  /** The organisations that sign what the configured models make today. */
  public List<String> signers() {
    return check.signers();
  }
}
