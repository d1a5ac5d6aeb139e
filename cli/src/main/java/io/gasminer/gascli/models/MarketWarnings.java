package io.gasminer.gascli.models;

import io.gasminer.miner.audit.Evidence;
import io.gasminer.miner.generation.ModelCard;
import io.gasminer.miner.provenance.SignerStanding;
import io.gasminer.miner.task.Modality;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Owns what speaks against the models in use, each with the next step. */
public final class MarketWarnings {
  private static final int DAYS_OF_WARNING = 30;

  private final Market market;

  /** What speaks against what is configured on that market. */
  public MarketWarnings(Market market) {
    this.market = market;
  }

  /** All of it, a line each. */
  public List<String> all(List<Offer> offers) {
    List<String> warnings = new ArrayList<>();
    for (Modality modality : Modality.values()) {
      market
          .refusedSetting(modality)
          .ifPresent(
              name ->
                  warnings.add(
                      "%s_MODEL is %s, and the miner does not start with it. Next step: choose one"
                              .formatted(modality.name(), name)
                          + " of this list that signs, or leave the setting out"));
    }
    offers.stream().filter(Offer::chosen).forEach(offer -> against(offer).ifPresent(warnings::add));
    return warnings;
  }

  /** What speaks against one model, in use or not. */
  public List<String> of(Offer offer) {
    return against(offer).stream().toList();
  }

  /** The weightiest of what speaks against one model. */
  private Optional<String> against(Offer offer) {
    ModelCard card = offer.card();
    String who = card.provider() + "'s " + card.model();
    String another =
        " Next step: set another %s_MODEL or %s_SERVICE"
            .formatted(card.modality().name(), card.modality().name());
    if (offer.isSandbox()) {
      return Optional.of(who + " is for trials; no validator pays for it." + another);
    }
    Optional<Evidence> failed = offer.audit().filter(found -> !found.wouldBePaid());
    if (failed.isPresent()) {
      return Optional.of(audited(who, failed.get()) + another);
    }
    LocalDate soon = market.today().plusDays(DAYS_OF_WARNING);
    Optional<LocalDate> end = card.endsOn().filter(day -> !soon.isBefore(day));
    if (end.isPresent()) {
      return Optional.of(
          who + (offer.ended() ? " was shut down on " : " ends on ") + end.get() + "." + another);
    }
    return offer.standing().filter(SignerStanding::accepted).isPresent()
        ? Optional.empty()
        : Optional.of(
            who
                + ": its signer "
                + card.signer()
                    .flatMap(
                        name -> offer.standing().map(standing -> name + " is " + standing.text()))
                    .orElse("is none, so validators refuse its media")
                + ". Next step: gascli models audit "
                + card.model());
  }

  private static String audited(String who, Evidence evidence) {
    String words = evidence.problem().map(Evidence.Problem::words).orElse("");
    return who
        + " would not be paid: your audit of "
        + evidence.at().toString().substring(0, "2026-11-25".length())
        + (evidence.verdict() == Evidence.Verdict.NOT_SERVED
            ? " found it not served: "
            : " found its media refused: ")
        + words
        + ".";
  }
}
