package io.gasminer.gascli.doctor;

import io.gasminer.gascli.paper.Lines;
import io.gasminer.gascli.paper.Paper;
import io.gasminer.gascli.paper.Paper.Ink;
import java.io.PrintWriter;
import java.util.Locale;

/** Owns how findings look to people: a mark, the thing, what is, what follows, what to do. */
record FindingText(PrintWriter out, Paper paper) {
  private static final int WIDEST_SUBJECT = 15;

  void print(String subject, Finding finding) {
    String head =
        paper.mark(ink(finding))
            + " "
            + String.format(Locale.ROOT, "%-" + WIDEST_SUBJECT + "s ", subject);
    switch (finding) {
      case Finding.Ok(String what) -> paper.line(out, head, Lines.printable(what));
      case Finding.Warning(String what, String means, String next) ->
          print(head, what, means, next);
      case Finding.Failure(String what, String means, String next, boolean _) ->
          print(head, what, means, next);
    }
  }

  void sum(Tally tally) {
    out.println();
    String counts =
        tally.fine()
            + " ok, "
            + counted(tally.warnings(), "warning")
            + ", "
            + counted(tally.failures(), "failure");
    Ink ink = tally.failures() > 0 ? Ink.BAD : tally.warnings() > 0 ? Ink.WARN : Ink.GOOD;
    out.println(paper.in(ink, counts) + verdict(tally));
  }

  private void print(String head, String what, String means, String next) {
    paper.line(out, head, what + (what.contains(": ") ? "; " : ": ") + means);
    int indent = head.replaceAll("\u001b\\[[0-9;]*m", "").length();
    paper.line(out, " ".repeat(indent), "Next step: " + next);
  }

  private static String verdict(Tally tally) {
    if (tally.lasting() > 0) {
      return ": %s will not pass by %s"
          .formatted(
              counted(tally.lasting(), "failure"), tally.lasting() == 1 ? "itself" : "themselves");
    }
    return tally.failures() > 0 ? ": look again in a while" : "";
  }

  private static String counted(int number, String word) {
    return number + " " + word + (number == 1 ? "" : "s");
  }

  private static Ink ink(Finding finding) {
    return switch (finding) {
      case Finding.Ok _ -> Ink.GOOD;
      case Finding.Warning _ -> Ink.WARN;
      case Finding.Failure _ -> Ink.BAD;
    };
  }
}
