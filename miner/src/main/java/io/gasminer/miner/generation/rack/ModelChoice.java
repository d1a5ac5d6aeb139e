package io.gasminer.miner.generation.rack;

import io.gasminer.miner.generation.CatalogRow;
import io.gasminer.miner.generation.ModelCard;
import io.gasminer.miner.generation.ModelCatalog;
import io.gasminer.miner.generation.Planner.Assignment;
import io.gasminer.miner.task.Modality;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Owns the judgement on the operator's choice of a model, before anything is bought with it. */
final class ModelChoice {
  static final int DAYS_OF_WARNING = 30;

  private final ModelCatalog catalog;
  private final InstantSource clock;

  ModelChoice(ModelCatalog catalog, InstantSource clock) {
    this.catalog = catalog;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** The row that serves when the caller names no model. */
  Optional<ModelCard> serving(Modality modality, Assignment assignment) {
    return assignment
        .model()
        .map(name -> catalog.find(assignment.provider(), modality, name).map(CatalogRow::card))
        .orElseGet(() -> catalog.standard(assignment.provider(), modality, today()));
  }

  /** The model that should be used instead. */
  String instead(Modality modality, Assignment assignment) {
    Optional<String> serving = serving(modality, assignment).map(ModelCard::model);
    return catalog
        .standard(assignment.provider(), modality, today())
        .filter(card -> !serving.equals(Optional.of(card.model())))
        .map(card -> "use " + card.model() + ", or leave " + setting(modality) + " out")
        .orElse("choose another " + setting(modality) + " or " + modality.name() + "_SERVICE");
  }

  void judge(Modality modality, Assignment assignment, List<String> problems, List<String> notes) {
    assignment.model().ifPresent(name -> judge(modality, assignment, name, problems));
    if (assignment.model().isEmpty() && serving(modality, assignment).isEmpty()) {
      problems.add(
          "no model of "
              + assignment.provider()
              + " for "
              + modality.wireName()
              + " signs and is still served; add a row to MINER_MODEL_CATALOG or choose another"
              + " service");
    }
    serving(modality, assignment)
        .ifPresent(
            card -> {
              String name = card.provider() + "'s " + card.model();
              card.endsOn()
                  .filter(end -> !today().plusDays(DAYS_OF_WARNING).isBefore(end))
                  .ifPresent(
                      end ->
                          notes.add(
                              name
                                  + (card.endedBy(today()) ? " was shut down on " : " ends on ")
                                  + end
                                  + ", so requests may be refused; "
                                  + instead(modality, assignment)));
              card.note().ifPresent(note -> notes.add(name + ": " + note));
            });
  }

  private void judge(Modality modality, Assignment assignment, String name, List<String> problems) {
    Optional<CatalogRow> row = catalog.find(assignment.provider(), modality, name);
    String place = setting(modality) + " is '" + name + "'";
    if (row.isEmpty() || row.get().card().isFamily()) {
      problems.add(
          place
              + ", which the catalogue does not know at "
              + assignment.provider()
              + ", so it is not known to sign; "
              + instead(modality, assignment)
              + ", or add a row to MINER_MODEL_CATALOG");
    } else if (!row.get().mayServe()) {
      problems.add(
          place
              + ", whose media validators reject: "
              + row.get().card().note().orElse("it does not sign")
              + "; "
              + instead(modality, assignment));
    }
  }

  private static String setting(Modality modality) {
    return modality.name() + "_MODEL";
  }
}
