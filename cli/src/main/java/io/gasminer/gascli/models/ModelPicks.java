package io.gasminer.gascli.models;

import io.gasminer.gascli.paper.Lines;
import io.gasminer.miner.generation.CatalogRow;
import io.gasminer.miner.media.Tier;
import io.gasminer.miner.task.Modality;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Owns which models are meant.
 *
 * @param tier the tier that they are asked for; models that make no such thing are not meant
 */
public record ModelPicks(Market market, Optional<String> tier) {
  /** What picking ended in. */
  public sealed interface Outcome {
    /** These are meant; nobody twice. */
    record Found(List<Offer> offers) implements Outcome {}

    /** What is asked for is nothing, or several things. */
    record Unclear(String problem) implements Outcome {}
  }

  /** Those that the configuration in force takes. */
  public Outcome inUse() {
    List<Offer> found = new ArrayList<>();
    for (Modality modality : Modality.values()) {
      if (makes(modality)) {
        market.firstChoice(modality, tier).ifPresent(row -> found.add(market.offer(row)));
      }
    }
    return checked(found);
  }

  /** Those with these names. */
  public Outcome named(List<String> names, Optional<String> service) {
    Map<CatalogRow, Offer> all = new LinkedHashMap<>();
    for (String name : names) {
      List<Offer> found = market.named(name, service);
      if (found.size() != 1) {
        String shown = "'" + Lines.printable(name) + "'";
        return new Outcome.Unclear(
            found.isEmpty()
                ? "no model of the catalogue is called "
                    + shown
                    + "; 'gascli models --all' lists them all"
                : shown + " is not clear: it may be " + candidates(found));
      }
      all.putIfAbsent(found.getFirst().row(), found.getFirst());
    }
    return checked(List.copyOf(all.values()));
  }

  private Outcome checked(List<Offer> found) {
    Optional<Offer> other =
        found.stream().filter(offer -> !makes(offer.card().modality())).findFirst();
    return other
        .<Outcome>map(
            offer ->
                new Outcome.Unclear(
                    "--tier: %s has no tier '%s'; give one of %s"
                        .formatted(
                            offer.card().model(),
                            Lines.printable(tier.orElse("")),
                            labels(offer.card().modality()))))
        .orElseGet(() -> new Outcome.Found(found));
  }

  private boolean makes(Modality modality) {
    return tier.map(name -> Tier.named(name, modality).isPresent()).orElse(true);
  }

  private static String candidates(List<Offer> found) {
    return found.stream()
        .map(offer -> offer.card().model() + " (" + offer.card().provider() + ")")
        .collect(Collectors.joining(", "));
  }

  private static String labels(Modality modality) {
    return Tier.of(modality).stream().map(Tier::label).collect(Collectors.joining(", "));
  }
}
