package io.gasminer.gascli.performance;

import io.gasminer.gascli.paper.Paper;
import io.gasminer.gascli.paper.Paper.Ink;
import io.gasminer.gascli.paper.Table;
import io.gasminer.gascli.paper.Table.Column;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Owns how a miner's performance looks to people. */
public final class PerformanceText {
  private static final String UNKNOWN = "-";

  private final PrintWriter out;
  private final Paper paper;

  private PerformanceText(PrintWriter out, Paper paper) {
    this.out = out;
    this.paper = paper;
  }

  /**
   * Prints it on that paper.
   *
   * @param hotkey whose performance it is
   * @param said what the API answered
   */
  public static void print(
      PrintWriter out, Paper paper, String hotkey, PerformanceQuestion question, JsonNode said) {
    PerformanceText text = new PerformanceText(out, paper);
    Performance performance = Performance.of(said);
    out.println(paper.in(Ink.STRONG, "Generative miner"));
    out.println("  " + hotkey);
    out.println();
    text.verification(performance.verification());
    text.validators(performance.validators());
    text.fooling(performance.fooling(), question);
    if (performance.isEmpty()) {
      out.println();
      paper.line(
          out,
          paper.in(Ink.STRONG, "Nothing yet:") + " ",
          "no validator and no benchmark has reported on this hotkey. Next step: look again after"
              + " the first deliveries (gascli tasks deliveries)");
    }
  }

  private void verification(Performance.Verification all) {
    out.println(paper.in(Ink.STRONG, "Verified by validators"));
    row("validators", number(all.validators()) + " reporting");
    row("pass rate", rate(all.passRate()));
    row(
        "media",
        number(all.verified())
            + " verified, "
            + number(all.failed())
            + " failed, "
            + number(all.evaluated())
            + " evaluated");
    out.println();
  }

  private void validators(List<Performance.Validator> validators) {
    if (validators.isEmpty()) {
      return;
    }
    Table table =
        Table.of(
            paper,
            Column.giving("VALIDATOR"),
            Column.right("PASSED"),
            Column.right("VERIFIED"),
            Column.right("FAILED"),
            Column.right("HOURS"));
    for (Performance.Validator validator : validators) {
      table.row(
          validator.hotkey(),
          rate(validator.passRate()),
          number(validator.verified()),
          number(validator.failed()),
          validator
              .hours()
              .map(hours -> String.format(Locale.ROOT, hours % 1 == 0 ? "%.0f" : "%.1f", hours))
              .orElse(UNKNOWN));
    }
    table.print(out);
    out.println();
  }

  private void fooling(Performance.Fooling fooling, PerformanceQuestion question) {
    String days = question.lookbackDays() == 1 ? "day" : question.lookbackDays() + " days";
    String media = question.modality().map(word -> ", " + word).orElse("");
    out.println(paper.in(Ink.STRONG, "Detectors fooled, last " + days + media));
    row("fool rate", rate(fooling.rate()));
    row(
        "samples",
        number(fooling.samples())
            + ": "
            + number(fooling.fooled())
            + " fooled, "
            + number(fooling.notFooled())
            + " not");
    row("benchmarks", number(fooling.runs()));
  }

  private void row(String label, String value) {
    paper.line(out, "  %-11s ".formatted(label), value);
  }

  private static String rate(Optional<Rate> rate) {
    return rate.map(Rate::words).orElse(UNKNOWN);
  }

  private static String number(Optional<Long> number) {
    return number.map(value -> String.format(Locale.ROOT, "%,d", value)).orElse(UNKNOWN);
  }
}
