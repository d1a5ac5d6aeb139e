package io.gasminer.gascli.paper;

import io.gasminer.gascli.paper.Paper.Ink;
import io.gasminer.miner.explanation.ManifestOutline;
import io.gasminer.miner.explanation.ManifestOutline.AnchorFound;
import io.gasminer.miner.explanation.ManifestOutline.AssertionOutline;
import io.gasminer.miner.explanation.ManifestOutline.CertificateOutline;
import io.gasminer.miner.explanation.ManifestOutline.ClaimOutline;
import io.gasminer.miner.explanation.ManifestOutline.StampOutline;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Owns how a manifest is drawn as a tree.
 *
 * @param labels of all manifests in the order of their numbers
 */
record ManifestTree(PrintWriter out, Paper paper, List<String> labels) {
  void print(ManifestOutline manifest) {
    String name = "Manifest " + number(manifest.label()) + (manifest.active() ? " (active)" : "");
    paper.line(out, paper.in(Ink.STRONG, name) + "  ", manifest.label());
    if (manifest.claim().isEmpty()) {
      paper.line(out, last() + " ", "an assertion cannot be decoded: readers tell nothing of it");
    }
    manifest.claim().ifPresent(this::claim);
    branch("assertions");
    manifest.assertions().forEach(this::assertion);
    branch("certificates, the signing one first");
    manifest.certificates().forEach(this::certificate);
    if (manifest.certificates().isEmpty()) {
      paper.line(out, leaf(Ink.FAINT), "not told: the manifest was not validated here");
    }
    manifest.anchors().forEach(this::anchor);
    if (manifest.anchors().isEmpty() && !manifest.certificates().isEmpty()) {
      paper.line(out, leaf(Ink.WARN), "they lead to no anchor of any set that is known here");
    }
    manifest.stamp().ifPresentOrElse(this::stamp, () -> out.println(last() + " time-stamp: none"));
    out.println();
  }

  private void claim(ClaimOutline claim) {
    branch("claim of version " + claim.version());
    field("made with", claim.generator().orElse("(not said)"));
    claim.title().ifPresent(title -> field("title", title));
    field(
        "signed by",
        claim.signedBy().orElse("(no organisation)")
            + claim.algorithm().map(name -> ", " + name).orElse(""));
    field("signed at", claim.signedAt().map(Object::toString).orElse("(not said)"));
  }

  private void assertion(AssertionOutline assertion) {
    Ink ink =
        switch (assertion.hash()) {
          case HOLDS -> Ink.GOOD;
          case FAILS -> Ink.BAD;
          case AS_RECORDED -> Ink.FAINT;
        };
    String note =
        switch (assertion.hash()) {
          case HOLDS -> "";
          case FAILS -> "  (not what was signed)";
          case AS_RECORDED -> "  (as recorded)";
        };
    String from =
        assertion
            .ingredient()
            .map(label -> labels.contains(label) ? "  = manifest " + number(label) : "  (absent)")
            .orElse("");
    paper.line(out, leaf(ink), assertion.label() + from + note);
    for (String says : assertion.says()) {
      paper.line(out, deeper(), says);
    }
  }

  private void certificate(CertificateOutline certificate) {
    paper.line(out, leaf(Ink.FAINT), certificate.subject());
    paper.line(out, deeper() + "issued by ", certificate.issuer());
    paper.line(
        out,
        deeper() + "valid ",
        day(certificate.notBefore())
            + " to "
            + day(certificate.notAfter())
            + (certificate.usages().isEmpty()
                ? ""
                : "; " + String.join(", ", certificate.usages())));
  }

  private void anchor(AnchorFound anchor) {
    paper.line(
        out,
        leaf(Ink.GOOD),
        "anchor of set " + anchor.set() + ": " + anchor.name() + ", ends " + anchor.ends());
  }

  private void stamp(StampOutline stamp) {
    String time = stamp.time().map(at -> at + " ").orElse("");
    String code =
        stamp.code().isEmpty() ? "" : "(" + stamp.code() + ": " + stamp.explanation() + ")";
    paper.line(out, last() + " time-stamp: ", time + code);
  }

  private void field(String name, String value) {
    paper.line(out, pipe() + "    %-10s ".formatted(name), value);
  }

  private void branch(String title) {
    out.println((paper.signs() ? "├─ " : "+- ") + title);
  }

  private String leaf(Ink ink) {
    return pipe() + "  " + paper.mark(ink) + " ";
  }

  private String deeper() {
    return pipe() + (paper.signs() ? "    " : "       ");
  }

  private String pipe() {
    return paper.signs() ? "│" : "|";
  }

  private String last() {
    return paper.signs() ? "└─" : "+-";
  }

  private int number(String label) {
    return labels.indexOf(label) + 1;
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
