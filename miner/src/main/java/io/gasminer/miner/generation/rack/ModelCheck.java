package io.gasminer.miner.generation.rack;

import io.gasminer.miner.generation.ModelCard;
import io.gasminer.miner.generation.ModelDirectory;
import io.gasminer.miner.generation.Planner.Assignment;
import io.gasminer.miner.generation.http.Surroundings;
import io.gasminer.miner.task.Modality;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Owns the question to the vendors' own lists whether the configured models are still there. */
record ModelCheck(
    ModelChoice choice,
    Map<Modality, Assignment> assignments,
    Map<String, ModelDirectory> directories,
    Surroundings around) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  Optional<String> modelFor(Modality modality) {
    return Optional.ofNullable(assignments.get(modality))
        .flatMap(assignment -> choice.serving(modality, assignment))
        .map(ModelCard::model);
  }

  /** The organisations in the certificates of the configured models. */
  List<String> signers() {
    List<String> signers = new ArrayList<>();
    assignments.forEach(
        (modality, assignment) ->
            choice
                .serving(modality, assignment)
                .flatMap(ModelCard::signer)
                .filter(signer -> !signers.contains(signer))
                .ifPresent(signers::add));
    return signers;
  }

  List<String> run() {
    List<String> notes = new ArrayList<>();
    assignments.forEach(
        (modality, assignment) ->
            Optional.ofNullable(directories.get(assignment.provider()))
                .ifPresent(directory -> look(modality, assignment, directory, notes)));
    notes.forEach(around.events()::modelNote);
    return List.copyOf(notes);
  }

  private void look(
      Modality modality, Assignment assignment, ModelDirectory directory, List<String> notes) {
    Optional<ModelCard> card = choice.serving(modality, assignment);
    if (card.isEmpty()) {
      return;
    }
    String model = card.get().model();
    Optional<Map<String, Optional<LocalDate>>> listed =
        directory.listed(modality, around.clock().instant().plus(PATIENCE));
    if (listed.isEmpty()) {
      notes.add(
          assignment.provider()
              + "'s list of models could not be read, so it is not known whether "
              + model
              + " is still served; the first challenge will tell");
    } else if (!listed.get().containsKey(model)) {
      notes.add(
          assignment.provider()
              + " does not list "
              + model
              + " today, so requests for it may be refused; set "
              + modality.name()
              + "_MODEL to a model that it lists");
    } else {
      listed
          .get()
          .getOrDefault(model, Optional.empty())
          .filter(end -> !choice.today().plusDays(ModelChoice.DAYS_OF_WARNING).isBefore(end))
          .ifPresent(
              end ->
                  notes.add(
                      assignment.provider()
                          + " announces the end of "
                          + model
                          + " for "
                          + end
                          + "; "
                          + choice.instead(modality, assignment)));
    }
  }
}
