package io.gasminer.gascli.models;

import io.gasminer.gascli.paper.Lines;
import io.gasminer.gascli.paper.Paper;
import io.gasminer.gascli.paper.Paper.Ink;
import io.gasminer.gascli.paper.Table;
import io.gasminer.gascli.paper.Table.Column;
import io.gasminer.miner.audit.Evidence;
import io.gasminer.miner.audit.EvidenceFolder;
import io.gasminer.miner.audit.Sample;
import io.gasminer.miner.generation.CatalogRow;
import io.gasminer.miner.generation.ModelCard;
import io.gasminer.miner.generation.rack.ServiceKeys;
import io.gasminer.miner.media.TierReward;
import io.gasminer.miner.task.Modality;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Owns all that is known of one model, on a page. */
public final class ModelPage {
  private final PrintWriter out;
  private final Paper paper;
  private final EvidenceFolder folder;

  /** Pages on that paper, with the samples of that market. */
  public ModelPage(PrintWriter out, Paper paper, Market market) {
    this.out = out;
    this.paper = paper;
    this.folder = market.folder();
  }

  /** Prints the page. */
  public void print(Offer offer, List<String> warnings) {
    ModelCard card = offer.card();
    out.println(paper.in(Ink.STRONG, Lines.printable(card.model())));
    line("service", service(offer));
    line("makes", card.modality() == Modality.IMAGE ? "images" : "videos");
    line("signed by", signer(offer));
    line("evidence", card.evidence() + ", " + offer.row().terms().source().orElse("not said how"));
    card.endsOn().ifPresent(day -> line(offer.ended() ? "shut down" : "ends", day.toString()));
    offer.row().terms().pricedAs().ifPresent(list -> line("priced as", pricing(list)));
    card.note().ifPresent(note -> line("note", note));
    out.println();
    tiers(offer);
    takes(card);
    offer.audit().ifPresentOrElse(this::audit, () -> unaudited(offer));
    warnings.forEach(warning -> paper.line(out, paper.mark(Ink.WARN) + " ", warning));
  }

  private static String service(Offer offer) {
    String service = offer.card().provider();
    return ServiceKeys.settingOf(service)
        .map(key -> service + " (" + key + (offer.open() ? " is set)" : " is not set)"))
        .orElse(service);
  }

  private static String signer(Offer offer) {
    return offer
        .card()
        .signer()
        .flatMap(name -> offer.standing().map(standing -> name + ", " + standing.text()))
        .orElse("nobody, so validators refuse its media");
  }

  private static String pricing(String list) {
    return list + ", a list of " + TierReward.SOURCE;
  }

  private void tiers(Offer offer) {
    boolean video = offer.card().modality() == Modality.VIDEO;
    Table table =
        Table.of(
            paper,
            Column.left("TIER"),
            Column.giving("ASKED FOR AS"),
            Column.right(video ? "SECONDS" : "IMAGES"),
            Column.right("USD"),
            Column.right("REWARD"),
            Column.right("PER USD"),
            Column.left("CHOSEN FOR"));
    for (TierOffer tier : offer.tiers()) {
      table.row(
          Lines.printable(tier.tier()),
          Lines.printable(tier.size()),
          Long.toString(tier.seconds()),
          Figures.usd(tier.price()),
          Figures.score(tier.reward()),
          Figures.perDollar(tier),
          tier.chosenFor().isEmpty() ? "-" : String.join(", ", tier.chosenFor()));
    }
    table.print(out);
    out.println();
  }

  private void takes(ModelCard card) {
    if (!card.durations().isEmpty()) {
      line(
          "lengths",
          card.durations().stream().map(String::valueOf).collect(Collectors.joining(", ")) + " s");
    }
    line("ratios", card.ratios().isEmpty() ? "not known" : String.join(", ", card.ratios()));
    line("seed", card.takesSeed() ? "taken" : "not taken");
    if (card.modality() == Modality.VIDEO) {
      line("sound", card.makesAudio() ? "made when asked for" : "none");
    }
    card.wire().forEach((name, value) -> line("its " + Lines.printable(name), value));
    Sample plain = new Sample(new CatalogRow(card, false, true), Optional.empty());
    line(
        "a plain order",
        plain.order().tier()
            + ": "
            + plain.order().parameters().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" ")));
    out.println();
  }

  private void audit(Evidence evidence) {
    boolean paid = evidence.wouldBePaid();
    String verdict =
        switch (evidence.verdict()) {
          case PASSED ->
              AuditText.onTrial(evidence.model().service())
                  ? "it passes as a trial, under the sandbox's own root"
                  : "validators would take it";
          case REFUSED -> "validators would refuse it";
          case NOT_SERVED -> "the service does not serve it";
        };
    paper.line(
        out,
        paper.mark(paid ? Ink.GOOD : Ink.BAD) + " ",
        "Your audit of " + evidence.at().truncatedTo(ChronoUnit.SECONDS) + ": " + verdict);
    evidence.made().ifPresent(made -> sample(evidence, made));
    evidence
        .problem()
        .ifPresent(
            problem -> {
              line("because", problem.words());
              line("whose fault", problem.fault());
              line("next step", problem.next());
            });
    new TreeMap<>(evidence.facts()).forEach((name, value) -> line(Lines.printable(name), value));
    evidence.warnings().forEach(warning -> line("warning", WarningWords.of(warning)));
  }

  private void sample(Evidence evidence, Evidence.Made made) {
    line("asked for", evidence.asked());
    line(
        "got",
        made.tier().orElse("an unknown tier")
            + made.size().map(size -> " (" + size + ")").orElse("")
            + ", "
            + made.contentType()
            + ", "
            + made.bytes()
            + " bytes"
            + made.took().map(took -> ", " + AuditText.seconds(took)).orElse(""));
    line(
        "sample",
        folder.sample(evidence).map(Object::toString).orElse(made.file() + ", which is gone"));
  }

  private void unaudited(Offer offer) {
    paper.line(
        out,
        paper.mark(Ink.FAINT) + " ",
        "You have not audited it: gascli models audit " + offer.card().model());
  }

  private void line(String name, String text) {
    paper.line(out, "  %-16s ".formatted(name), text);
  }
}
