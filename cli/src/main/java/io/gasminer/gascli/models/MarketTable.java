package io.gasminer.gascli.models;

import io.gasminer.gascli.paper.Lines;
import io.gasminer.gascli.paper.Paper;
import io.gasminer.gascli.paper.Paper.Ink;
import io.gasminer.gascli.paper.Table;
import io.gasminer.gascli.paper.Table.Column;
import io.gasminer.miner.audit.Evidence;
import io.gasminer.miner.provenance.SignerStanding;
import io.gasminer.miner.task.Modality;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Owns the models as a table: a row for each tier, the whole of it where the paper is wide. */
final class MarketTable {
  private static final int WIDE = 100;

  /** Below it every row is a paragraph, so each must say whose it is. */
  private static final int NARROW = 72;

  private final Paper paper;
  private final boolean wide;

  MarketTable(Paper paper) {
    this.paper = paper;
    this.wide = paper.width() >= WIDE;
  }

  /** Prints those of a modality under its heading; nothing where there are none. */
  void print(PrintWriter out, Modality modality, List<Offer> offers) {
    List<Offer> shown =
        offers.stream().filter(offer -> offer.card().modality() == modality).toList();
    if (shown.isEmpty()) {
      return;
    }
    out.println(paper.in(Ink.STRONG, modality == Modality.IMAGE ? "Images" : "Videos"));
    Table table = Table.of(paper, columns());
    shown.forEach(offer -> rows(table, offer));
    table.print(out);
    out.println();
  }

  private Column[] columns() {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.left(""),
                Column.giving("MODEL"),
                Column.left("SERVICE"),
                Column.left("TIER"),
                Column.right("USD"),
                Column.right("REWARD"),
                Column.right("PER USD")));
    if (wide) {
      columns.add(Column.giving("SIGNER"));
    }
    columns.add(Column.left("SEEN"));
    if (wide) {
      columns.add(Column.left("ENDS"));
    }
    return columns.toArray(Column[]::new);
  }

  private void rows(Table table, Offer offer) {
    boolean first = true;
    for (TierOffer tier : offer.tiers()) {
      boolean chosen = !tier.chosenFor().isEmpty();
      List<String> cells = new ArrayList<>();
      cells.add(chosen ? paper.in(Ink.GOOD, mark()) : offer.open() ? "" : paper.mark(Ink.FAINT));
      cells.add(first ? Lines.printable(offer.card().model()) : "");
      cells.add(first ? Lines.printable(offer.card().provider()) : "");
      cells.add(Lines.printable(tier.tier()));
      cells.add(Figures.usd(tier.price()));
      cells.add(Figures.score(tier.reward()));
      cells.add(Figures.perDollar(tier));
      if (wide) {
        cells.add(first ? signer(offer) : "");
      }
      cells.add(first ? seen(offer) : "");
      if (wide) {
        cells.add(first ? offer.card().endsOn().map(Object::toString).orElse("-") : "");
      }
      table.row(cells.stream().map(cell -> inked(offer, cell)).toArray(String[]::new));
      first = paper.width() < NARROW;
    }
  }

  private String mark() {
    return paper.signs() ? "»" : ">";
  }

  private String inked(Offer offer, String cell) {
    boolean plain = !cell.isEmpty() && cell.indexOf('\u001b') < 0;
    return plain && !offer.open() ? paper.in(Ink.FAINT, cell) : cell;
  }

  private String signer(Offer offer) {
    return offer
        .card()
        .signer()
        .map(
            name ->
                sign(
                        offer.standing().filter(SignerStanding::accepted).isPresent()
                            ? Ink.GOOD
                            : offer.standing().filter(SignerStanding::named).isPresent()
                                ? Ink.WARN
                                : Ink.BAD)
                    + Lines.printable(name).split(" ", 2)[0])
        .orElse("none");
  }

  private String seen(Offer offer) {
    return offer
            .audit()
            .map(Evidence::wouldBePaid)
            .map(paid -> sign(paid ? Ink.GOOD : Ink.BAD))
            .orElse("")
        + offer.seen();
  }

  /** A sign before a word; without colours of its own, as the row has one. */
  private String sign(Ink ink) {
    String plain = new Paper(paper.width(), false, paper.signs()).mark(ink).strip();
    return paper.signs() ? plain : plain + " ";
  }
}
