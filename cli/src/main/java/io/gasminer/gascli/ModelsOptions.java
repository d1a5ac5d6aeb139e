package io.gasminer.gascli;

import io.gasminer.gascli.models.Market;
import io.gasminer.gascli.models.Offer;
import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.generation.ModelCatalog;
import io.gasminer.miner.task.Modality;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Owns what the commands about models share: which of them, and what is configured. */
final class ModelsOptions {
  @Option(
      names = "--service",
      paramLabel = "SERVICE",
      description = "only of this service: openai, openrouter, stabilityai, runway, sandbox")
  private Optional<String> service = Optional.empty();

  @Option(
      names = "--modality",
      paramLabel = "image|video",
      description = "only models that make this")
  private Optional<String> modality = Optional.empty();

  /** What is configured, and the models beside it. */
  record Loaded(Market market, MinerConfig.Making making, List<String> problems) {}

  /**
   * Loads all of it.
   *
   * @throws ParameterException when the catalogue of the operator's own is broken, or an option is
   */
  Loaded load(CommandSpec command, Settled settled) {
    List<String> problems = new ArrayList<>();
    MinerConfig.Making making = settled.making(command, problems);
    return switch (ModelCatalog.load(making.services().catalog())) {
      case ModelCatalog.Outcome.Problems(List<String> broken) ->
          throw new ParameterException(command.commandLine(), String.join("; ", broken));
      case ModelCatalog.Outcome.Loaded(ModelCatalog catalog) -> {
        Market market = new Market(catalog, making, InstantSource.system());
        service
            .filter(name -> !market.services().contains(name))
            .ifPresent(
                name -> {
                  throw new ParameterException(
                      command.commandLine(),
                      "--service: '%s' is none of %s"
                          .formatted(name, String.join(", ", market.services())));
                });
        modality(command);
        yield new Loaded(market, making, problems);
      }
    };
  }

  Optional<String> service() {
    return service;
  }

  /** Those that the options mean. */
  List<Offer> among(CommandSpec command, List<Offer> offers) {
    Optional<Modality> wanted = modality(command);
    return offers.stream()
        .filter(offer -> service.map(offer.row().card().provider()::equals).orElse(true))
        .filter(offer -> wanted.map(kind -> kind == offer.row().card().modality()).orElse(true))
        .toList();
  }

  private Optional<Modality> modality(CommandSpec command) {
    return modality.map(
        name ->
            Stream.of(Modality.values())
                .filter(kind -> kind.wireName().equals(name))
                .findFirst()
                .orElseThrow(
                    () ->
                        new ParameterException(
                            command.commandLine(),
                            "--modality: '" + name + "' is neither image nor video")));
  }
}
