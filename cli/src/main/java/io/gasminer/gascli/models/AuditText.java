package io.gasminer.gascli.models;

import io.gasminer.gascli.paper.Lines;
import io.gasminer.gascli.paper.Paper;
import io.gasminer.gascli.paper.Paper.Ink;
import io.gasminer.gascli.paper.Table;
import io.gasminer.gascli.paper.Table.Column;
import io.gasminer.miner.audit.AuditOutcome;
import io.gasminer.miner.audit.Evidence;
import io.gasminer.miner.generation.sandbox.SandboxProvider;
import io.gasminer.miner.task.Modality;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;

/** Owns an audit as people read it: what will be asked for, and what came of each. */
final class AuditText {
  private final PrintWriter out;
  private final Paper paper;

  AuditText(PrintWriter out, Paper paper) {
    this.out = out;
    this.paper = paper;
  }

  void plan(AuditPlan plan, BigDecimal most) {
    Table table =
        Table.of(
            paper,
            Column.giving("MODEL"),
            Column.left("SERVICE"),
            Column.left("TIER"),
            Column.right("LENGTH"),
            Column.right("USD"),
            Column.left("WHAT IS DONE"));
    for (Pick pick : plan.picks()) {
      boolean video = pick.sample().row().card().modality() == Modality.VIDEO;
      table.row(
          Lines.printable(pick.model()),
          Lines.printable(pick.service()),
          Lines.printable(pick.tier()),
          video ? pick.sample().seconds() + " s" : "-",
          pick.fate() == Pick.Fate.BUY ? price(pick) : "-",
          switch (pick.fate()) {
            case BUY -> "one sample";
            case RESUME -> "its job is waited for";
            case LEAVE_OUT -> "left out";
          });
    }
    table.print(out);
    for (Pick pick : plan.picks()) {
      pick.why()
          .ifPresent(
              why -> paper.line(out, paper.mark(Ink.WARN) + " ", pick.model() + ": " + why + "."));
    }
    paper.line(
        out,
        "",
        "Together %s USD by the catalogue; --max-cost is %s. The service's invoice is what counts."
            .formatted(Figures.usd(plan.total()), Figures.usd(most)));
    out.flush();
  }

  void begin(Pick pick) {
    paper.line(
        out,
        paper.mark(Ink.FAINT) + " ",
        (pick.fate() == Pick.Fate.RESUME ? "waiting for the job of " : "asking for one sample of ")
            + pick.model()
            + " …");
    out.flush();
  }

  void outcome(Pick pick, AuditOutcome outcome, EvidencePlace place) {
    switch (outcome) {
      case AuditOutcome.Judged(Evidence evidence) -> judged(pick, evidence, place);
      case AuditOutcome.Running running -> {
        head(Ink.WARN, pick, "is still being made: " + running.words());
        more("job", running.ticket().jobId());
        more("next step", "Run the audit again; it takes up this job and buys nothing.");
      }
      case AuditOutcome.NotMade(String reason, String fault, String next, boolean charged) -> {
        head(Ink.WARN, pick, "no sample: " + reason);
        more("whose fault", fault + (charged ? "; it may have been charged" : ""));
        more("next step", next);
      }
    }
    out.flush();
  }

  private void judged(Pick pick, Evidence evidence, EvidencePlace place) {
    String got =
        evidence
            .made()
            .map(
                made ->
                    made.tier().orElse("unknown tier")
                        + made.size().map(size -> " (" + size + ")").orElse("")
                        + made.took().map(took -> ", " + seconds(took)).orElse(""))
            .orElse("");
    head(
        evidence.wouldBePaid() ? Ink.GOOD : Ink.BAD,
        pick,
        switch (evidence.verdict()) {
          case PASSED -> (onTrial(pick.service()) ? "passes as a trial: " : "passes: ") + got;
          case REFUSED -> "validators would refuse it: " + got;
          case NOT_SERVED -> "is not served";
        });
    evidence
        .problem()
        .ifPresent(
            problem -> {
              more("because", problem.words());
              more("whose fault", problem.fault());
              more("next step", problem.next());
            });
    Optional.ofNullable(evidence.facts().get("c2pa_signer"))
        .ifPresent(signer -> more("signed by", signer + otherSigner(pick, signer)));
    evidence.warnings().forEach(warning -> more("warning", WarningWords.of(warning)));
    place.of(evidence).ifPresent(file -> more("sample", file));
  }

  private static String otherSigner(Pick pick, String signer) {
    return pick.sample()
        .row()
        .card()
        .signer()
        .filter(known -> !known.equals(signer))
        .map(known -> " (the catalogue says " + known + ")")
        .orElse("");
  }

  // The sandbox's media pass because its root is trusted here, and nowhere else.
  static boolean onTrial(String service) {
    return service.equals(SandboxProvider.NAME);
  }

  void summary(AuditTally tally) {
    out.println();
    paper.line(out, "", tally.text());
    out.flush();
  }

  /** Seconds, rounded to tenths. */
  static String seconds(Duration took) {
    return BigDecimal.valueOf(took.toMillis(), 3).setScale(1, RoundingMode.HALF_UP) + " s";
  }

  private static String price(Pick pick) {
    String assumed = pick.sample().price().isPresent() ? "" : " (assumed)";
    return Figures.usd(Optional.of(pick.cost())) + assumed;
  }

  private void head(Ink ink, Pick pick, String text) {
    paper.line(out, paper.mark(ink) + " ", pick.model() + " " + text);
  }

  private void more(String name, String text) {
    paper.line(out, "  %-12s ".formatted(name), text);
  }
}
