package io.gasminer.miner.explanation;

import io.gasminer.miner.generation.CatalogRow;
import io.gasminer.miner.generation.ModelCard;
import io.gasminer.miner.generation.ModelCatalog;
import io.gasminer.miner.provenance.AnchorWatch;
import io.gasminer.miner.task.Modality;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Owns which models an operator can turn to: those whose signatures validators go on taking. */
public record SigningModels(ModelCatalog catalog, LocalDate today) {
  /**
   * One model of each service, as the settings that choose it.
   *
   * @param mime of the file; for neither a picture nor a video both kinds are told
   */
  public List<String> settings(Optional<String> mime) {
    return List.of(Modality.IMAGE, Modality.VIDEO).stream()
        .filter(
            modality ->
                mime.filter(type -> type.startsWith("image/") || type.startsWith("video/"))
                    .map(type -> type.startsWith(modality.name().toLowerCase(Locale.ROOT)))
                    .orElse(true))
        .flatMap(modality -> services(modality).stream())
        .toList();
  }

  private List<String> services(Modality modality) {
    return catalog.rows().stream()
        .map(CatalogRow::card)
        .map(ModelCard::provider)
        .distinct()
        .flatMap(provider -> catalog.standard(provider, modality, today).stream())
        .filter(card -> card.signer().filter(name -> AnchorWatch.lasts(name, today)).isPresent())
        .map(
            card ->
                modality.name()
                    + "_SERVICE="
                    + card.provider()
                    + " ("
                    + card.model()
                    + ", signed by "
                    + card.signer().orElse("")
                    + ")")
        .toList();
  }
}
