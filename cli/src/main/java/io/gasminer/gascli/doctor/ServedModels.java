package io.gasminer.gascli.doctor;

import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.generation.CatalogRow;
import io.gasminer.miner.generation.ModelCard;
import io.gasminer.miner.generation.ModelCatalog;
import io.gasminer.miner.task.Modality;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Owns which models the settings come to, by the catalogue in force. */
record ServedModels(ModelCatalog catalog, List<Choice> choices) {
  private static final String SANDBOX = "sandbox";

  /**
   * Owns what one modality is made by.
   *
   * @param named the model that the operator names
   */
  record Choice(Modality modality, String provider, Optional<String> named) {
    /** The setting that names the model. */
    String setting() {
      return modality.name() + "_MODEL";
    }

    boolean isSandbox() {
      return provider.equals(SANDBOX);
    }
  }

  /** The models, or what is wrong with the operator's catalogue. */
  sealed interface Reading {
    record Read(ServedModels models) implements Reading {}

    record Problems(List<String> problems) implements Reading {}
  }

  static Reading of(MinerConfig.Services services) {
    List<Choice> choices = new ArrayList<>();
    services
        .image()
        .ifPresent(name -> choices.add(new Choice(Modality.IMAGE, name, services.imageModel())));
    services
        .video()
        .ifPresent(name -> choices.add(new Choice(Modality.VIDEO, name, services.videoModel())));
    return switch (ModelCatalog.load(services.catalog())) {
      case ModelCatalog.Outcome.Problems(List<String> problems) -> new Reading.Problems(problems);
      case ModelCatalog.Outcome.Loaded(ModelCatalog catalog) ->
          new Reading.Read(new ServedModels(catalog, List.copyOf(choices)));
    };
  }

  /** The row that serves where a challenge names no model; empty where there is none. */
  Optional<CatalogRow> serving(Choice choice, LocalDate today) {
    return choice
        .named()
        .map(name -> catalog.find(choice.provider(), choice.modality(), name))
        .orElseGet(
            () ->
                catalog
                    .standard(choice.provider(), choice.modality(), today)
                    .flatMap(card -> catalog.find(card.provider(), card.modality(), card.model())));
  }

  /** Models that could serve instead, the catalogue's default first. */
  List<String> others(Choice choice, String model, LocalDate today) {
    return Stream.concat(
            catalog.standard(choice.provider(), choice.modality(), today).stream(),
            catalog.able(choice.provider(), choice.modality(), today).stream()
                .map(CatalogRow::card))
        .map(ModelCard::model)
        .filter(name -> !name.equals(model))
        .distinct()
        .toList();
  }

  /** The organisations that sign what the models make, the sandbox apart. */
  List<String> signers(LocalDate today) {
    return choices.stream()
        .filter(choice -> !choice.isSandbox())
        .flatMap(choice -> serving(choice, today).stream())
        .flatMap(row -> row.card().signer().stream())
        .distinct()
        .toList();
  }
}
