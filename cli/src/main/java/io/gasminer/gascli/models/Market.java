package io.gasminer.gascli.models;

import io.gasminer.miner.audit.AuditedModel;
import io.gasminer.miner.audit.Evidence;
import io.gasminer.miner.audit.EvidenceFolder;
import io.gasminer.miner.audit.Sample;
import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.generation.CatalogRow;
import io.gasminer.miner.generation.ModelCard;
import io.gasminer.miner.generation.ModelCatalog;
import io.gasminer.miner.generation.Planner;
import io.gasminer.miner.generation.rack.ProviderRack;
import io.gasminer.miner.generation.rack.ServiceKeys;
import io.gasminer.miner.generation.sandbox.SandboxModels;
import io.gasminer.miner.media.Tier;
import io.gasminer.miner.provenance.SignerStanding;
import io.gasminer.miner.task.Modality;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Owns all models that are known, beside what is configured and what was audited. Immutable. */
public final class Market {
  private final ModelCatalog catalog;
  private final MinerConfig.Making making;
  private final Planner planner;
  private final EvidenceFolder folder;
  private final LocalDate today;

  /** The market as the configuration in force and the evidence of its state folder show it. */
  public Market(ModelCatalog known, MinerConfig.Making making, InstantSource clock) {
    this.catalog = known.and(SandboxModels.cards());
    this.making = making;
    this.planner =
        new Planner(catalog, ProviderRack.assignments(making.services()), Map.of(), clock);
    this.folder = EvidenceFolder.in(making.storage().stateDir());
    this.today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  ModelCatalog catalog() {
    return catalog;
  }

  LocalDate today() {
    return today;
  }

  EvidenceFolder folder() {
    return folder;
  }

  /** The services that have models. */
  public List<String> services() {
    return catalog.rows().stream().map(row -> row.card().provider()).distinct().toList();
  }

  /** Every row of the catalogue, and the configured members of its families. */
  public List<Offer> offers() {
    List<CatalogRow> rows = new ArrayList<>(catalog.rows());
    for (Modality modality : Modality.values()) {
      firstChoice(modality, Optional.empty())
          .filter(row -> catalog.rows().stream().noneMatch(known -> same(known, row)))
          .ifPresent(rows::add);
    }
    return rows.stream().map(this::offer).toList();
  }

  /** The row that the configuration in force takes for such a challenge. */
  Optional<CatalogRow> firstChoice(Modality modality, Optional<String> tier) {
    Map<String, Object> asked = new HashMap<>();
    tier.ifPresent(name -> asked.put("resolution", name));
    return planner
        .firstChoice(modality, asked)
        .flatMap(card -> catalog.find(card.provider(), modality, card.model()));
  }

  /** The model that the operator set and that the miner refuses to start with. */
  Optional<String> refusedSetting(Modality modality) {
    return Optional.ofNullable(ProviderRack.assignments(making.services()).get(modality))
        .flatMap(Planner.Assignment::model)
        .filter(
            name ->
                firstChoice(modality, Optional.empty())
                    .filter(row -> row.card().model().equals(name))
                    .isEmpty());
  }

  /**
   * The models that the text means: those of that name, a member of a family, else those whose
   * names it is a part of.
   */
  public List<Offer> named(String text, Optional<String> service) {
    List<CatalogRow> found = new ArrayList<>();
    for (String provider : services()) {
      for (Modality modality : Modality.values()) {
        if (service.isEmpty() || service.get().equals(provider)) {
          catalog.find(provider, modality, text).ifPresent(found::add);
        }
      }
    }
    if (found.isEmpty()) {
      String lower = text.toLowerCase(Locale.ROOT);
      catalog.rows().stream()
          .filter(row -> service.isEmpty() || service.get().equals(row.card().provider()))
          .filter(row -> row.card().model().toLowerCase(Locale.ROOT).contains(lower))
          .forEach(found::add);
    }
    return found.stream().map(this::offer).toList();
  }

  Offer offer(CatalogRow row) {
    return offer(row, folder.find(AuditedModel.of(row.card())));
  }

  /** The offer beside that evidence. */
  Offer offer(CatalogRow row, Optional<Evidence> audit) {
    ModelCard card = row.card();
    Optional<SignerStanding> standing = card.signer().map(name -> SignerStanding.of(name, today));
    boolean paid =
        standing.filter(SignerStanding::named).isPresent()
            && audit.map(Evidence::wouldBePaid).orElse(true);
    return new Offer(
        row,
        new ServiceKeys(making.services()).open(card.provider()),
        standing,
        audit,
        card.endedBy(today),
        card.tiers().keySet().stream()
            .sorted(Tiers.RISING)
            .map(tier -> TierOffer.of(row, tier, paid, chosenFor(row, tier)))
            .toList());
  }

  private List<String> chosenFor(CatalogRow row, String tier) {
    Modality modality = row.card().modality();
    return Tier.of(modality).stream()
        .map(Tier::label)
        .filter(
            asked ->
                firstChoice(modality, Optional.of(asked))
                    .filter(chosen -> same(chosen, row))
                    .isPresent())
        .filter(asked -> new Sample(row, Optional.of(asked)).order().tier().equals(tier))
        .toList();
  }

  private static boolean same(CatalogRow one, CatalogRow other) {
    return AuditedModel.of(one.card()).equals(AuditedModel.of(other.card()));
  }
}
