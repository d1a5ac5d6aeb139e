package io.gasminer.gascli.models;

import io.gasminer.gascli.paper.Lines;
import io.gasminer.gascli.paper.Paper;
import io.gasminer.gascli.paper.Paper.Ink;
import io.gasminer.miner.media.TierReward;
import io.gasminer.miner.provenance.SignerStanding;
import io.gasminer.miner.task.Modality;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Owns the list of models as people read it: the tables, their signers, and what they mean. */
public final class MarketText {
  private final PrintWriter out;
  private final Paper paper;

  /** Prints on that paper. */
  public MarketText(PrintWriter out, Paper paper) {
    this.out = out;
    this.paper = paper;
  }

  /**
   * Prints all of it.
   *
   * @param hidden how many more there are
   * @param warnings what speaks against what is configured
   */
  public void print(List<Offer> offers, int hidden, List<String> warnings) {
    MarketTable table = new MarketTable(paper);
    for (Modality modality : List.of(Modality.IMAGE, Modality.VIDEO)) {
      table.print(out, modality, offers);
    }
    if (offers.isEmpty()) {
      out.println("No model of the catalogue is like that; leave out --service and --modality.");
      return;
    }
    ends(offers);
    signers(offers);
    legend();
    if (hidden > 0) {
      note(hidden + " more with --all: shut down, refused by validators, or for trials.");
    }
    warnings.forEach(warning -> paper.line(out, paper.mark(Ink.WARN) + " ", warning));
  }

  private void ends(List<Offer> offers) {
    offers.stream()
        .filter(offer -> offer.card().endsOn().isPresent())
        .forEach(
            offer ->
                paper.line(
                    out,
                    paper.mark(Ink.WARN) + " ",
                    offer.card().model()
                        + (offer.ended() ? " was shut down on " : " will be shut down on ")
                        + offer.card().endsOn().get()));
  }

  private void signers(List<Offer> offers) {
    Map<String, SignerStanding> all = new LinkedHashMap<>();
    offers.forEach(
        offer ->
            offer
                .card()
                .signer()
                .ifPresent(
                    name -> offer.standing().ifPresent(standing -> all.put(name, standing))));
    all.forEach(
        (name, standing) -> {
          Ink ink = standing.accepted() ? Ink.GOOD : standing.named() ? Ink.WARN : Ink.BAD;
          paper.line(
              out,
              paper.mark(ink) + " ",
              "signer " + Lines.printable(name) + ": " + standing.text());
        });
  }

  private void legend() {
    out.println();
    note(
        (paper.signs() ? "»" : ">")
            + " is what the configuration in force takes, tier by tier; "
            + paper.mark(Ink.FAINT).strip()
            + " has no key here.");
    note(
        "USD is the catalogue's price of one image, or of the shortest video that the model makes;"
            + " ? is not known (put priceUsd in a row of MINER_MODEL_CATALOG).");
    note(
        "REWARD is what one verified generation of that tier counts as where a challenge asks for"
            + " it, beside 1 for the baseline ("
            + TierReward.SOURCE
            + "). PER USD is reward by price: a score for money, to compare models with, and no"
            + " TAO; pass rate, volume and the other miners are not in it.");
    note(
        "SEEN is the day of the evidence: documented, or with "
            + (paper.signs() ? "✓ or ✗" : "ok or FAIL")
            + " by your own 'gascli models audit'.");
  }

  private void note(String text) {
    paper.line(out, "", text);
  }
}
