package io.gasminer.gascli.paper;

import io.gasminer.gascli.paper.Paper.Ink;
import io.gasminer.miner.explanation.Cause;
import io.gasminer.miner.explanation.Explanation;
import io.gasminer.miner.explanation.ManifestOutline;
import io.gasminer.miner.provenance.PolicyStep;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** Owns how an explanation looks to people: the tree, then the policy, then what to do. */
public final class ExplanationText {
  private final PrintWriter out;
  private final Paper paper;

  /** Prints on that paper. */
  public ExplanationText(PrintWriter out, Paper paper) {
    this.out = out;
    this.paper = paper;
  }

  /**
   * Prints all of it.
   *
   * @param warnings what should be known besides, a line each
   */
  public void print(String file, Explanation explanation, List<String> warnings) {
    boolean passed = explanation.verdict().verified();
    out.println(
        paper.in(Ink.STRONG, Lines.printable(file) + ": ")
            + paper.in(passed ? Ink.GOOD : Ink.BAD, passed ? "PASSED" : "FAILED"));
    explanation
        .state()
        .ifPresent(
            state ->
                paper.line(
                    out,
                    "",
                    explanation.mediaType().orElse("")
                        + ", "
                        + explanation.manifests().size()
                        + (explanation.manifests().size() == 1 ? " manifest" : " manifests")
                        + "; by the specification alone: "
                        + state));
    out.println();
    ManifestTree tree = new ManifestTree(out, paper, labels(explanation.manifests()));
    explanation.manifests().forEach(tree::print);
    policy(explanation);
    explanation.causes().forEach(this::cause);
    warnings.forEach(warning -> paper.line(out, paper.mark(Ink.WARN) + " ", warning));
    out.println();
  }

  private static List<String> labels(List<ManifestOutline> manifests) {
    return manifests.stream().map(ManifestOutline::label).toList();
  }

  private void policy(Explanation explanation) {
    out.println(paper.in(Ink.STRONG, "The validators' policy, rule by rule"));
    Optional<PolicyStep> decisive = explanation.walk().firstFailure();
    int number = 0;
    for (PolicyStep step : explanation.walk().steps()) {
      number++;
      Ink ink =
          switch (step.answer()) {
            case OK -> Ink.GOOD;
            case FAILED -> Ink.BAD;
            case NOT_ASKED -> Ink.FAINT;
          };
      boolean decides = decisive.filter(step::equals).isPresent();
      String head = "  " + paper.mark(ink) + " " + number + " ";
      String title = step.rule().title();
      paper.line(out, head, decides ? title + " <- decides" : title);
      if (!step.words().isEmpty()) {
        String indent = " ".repeat(paper.signs() ? 6 : 9);
        paper.line(out, indent, step.words());
      }
    }
    out.println();
  }

  private void cause(Cause cause) {
    paper.line(out, paper.in(Ink.STRONG, "Whose fault:   "), cause.fault().text());
    paper.line(out, paper.in(Ink.STRONG, "What it means: "), cause.what());
    out.println(paper.in(Ink.STRONG, "Next step:"));
    int number = 0;
    for (String next : cause.next()) {
      paper.line(out, "  " + ++number + ". ", next);
    }
    out.println();
  }
}
