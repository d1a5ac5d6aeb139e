package io.gasminer.gascli;

import io.gasminer.c2pa.ReadResult;
import io.gasminer.c2pa.ValidationReport;
import io.gasminer.c2pa.ValidationResults;
import io.gasminer.c2pa.status.Status;
import io.gasminer.gascli.paper.ExplanationText;
import io.gasminer.gascli.paper.Lines;
import io.gasminer.miner.explanation.Explanation;
import io.gasminer.miner.explanation.ExplanationJson;
import io.gasminer.miner.provenance.Sn34Verdict;
import io.gasminer.miner.provenance.VerdictJson;
import java.io.PrintWriter;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Owns how verdicts on files are printed: as text for people, or as one JSON array. What is added
 * to the known fields stands beside {@code result}.
 */
final class VerdictPrint {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final PrintWriter out;
  private final boolean verbose;
  private final Explaining explaining;

  VerdictPrint(PrintWriter out, boolean verbose, Explaining explaining) {
    this.out = out;
    this.verbose = verbose;
    this.explaining = explaining;
  }

  void json(List<FileVerdict> verdicts) {
    ArrayNode all = JSON.createArrayNode();
    for (FileVerdict verdict : verdicts) {
      ObjectNode row = all.addObject().put("file", verdict.file().toString());
      switch (verdict) {
        case FileVerdict.Missing missing ->
            row.putObject("result").put("verified", false).put("error", "File not found");
        case FileVerdict.Judged judged -> {
          ObjectNode result = VerdictJson.of(judged.verdict(), judged.read());
          if (verbose && judged.read() instanceof ReadResult.Report(ValidationReport report)) {
            result.set("manifest_store", report.json());
          }
          row.set("result", result);
          judged
              .forecast()
              .change()
              .ifPresent(newer -> row.set("newer_result", VerdictJson.policy(newer)));
          warnings(row, explaining.warnings(judged));
          explaining
              .explanation(judged)
              .map(ExplanationJson::of)
              .ifPresent(node -> row.set("explanation", node));
        }
      }
    }
    out.println(pretty(all));
  }

  void text(FileVerdict verdict) {
    switch (verdict) {
      case FileVerdict.Missing missing -> out.println(missing.file() + ": MISSING, no such file");
      case FileVerdict.Judged judged ->
          explaining
              .explanation(judged)
              .ifPresentOrElse(explanation -> text(judged, explanation), () -> text(judged));
    }
  }

  private void text(FileVerdict.Judged judged, Explanation explanation) {
    new ExplanationText(out, explaining.paper())
        .print(judged.file().toString(), explanation, explaining.warnings(judged));
    if (verbose && judged.read() instanceof ReadResult.Report(ValidationReport report)) {
      checks(report.results().activeManifest());
      out.println(pretty(report.json()));
    }
  }

  private void text(FileVerdict.Judged judged) {
    Sn34Verdict verdict = judged.verdict();
    out.println(judged.file() + ": " + (verdict.verified() ? "PASSED" : "FAILED"));
    row("verified", verdict.verified());
    row("signature_valid", verdict.signatureValid());
    row("is_self_signed", verdict.selfSigned());
    row("is_trusted_issuer", verdict.verified());
    row("issuer", verdict.claimGenerator().orElse("-"));
    row("cert_issuer", verdict.certIssuer().orElse("-"));
    row("ai_generated", verdict.origin().map(Sn34Verdict.Origin::aiGenerated).orElse(false));
    verdict
        .origin()
        .flatMap(Sn34Verdict.Origin::signingTime)
        .ifPresent(time -> row("signing_time", time));
    verdict.error().ifPresent(error -> row("error", error));
    if (!verdict.validationErrors().isEmpty()) {
      row("validation_errors", "");
      verdict.validationErrors().forEach(error -> out.println("    - " + Lines.printable(error)));
    }
    if (judged.read() instanceof ReadResult.Report(ValidationReport report)) {
      row("validation_state", report.state().text());
      explaining.warnings(judged).forEach(warning -> row("warning", warning));
      if (verbose) {
        checks(report.results().activeManifest());
        out.println(pretty(report.json()));
      }
    }
  }

  private void checks(ValidationResults.Codes codes) {
    codes.success().forEach(status -> check("ok  ", status));
    codes.informational().forEach(status -> check("note", status));
    codes.failure().forEach(status -> check("FAIL", status));
  }

  private void check(String mark, Status status) {
    out.println(
        "    " + mark + "  " + status.code() + "  " + Lines.printable(status.explanation()));
  }

  private void row(String name, Object value) {
    out.println("  %-18s %s".formatted(name + ":", Lines.printable(String.valueOf(value))));
  }

  private static void warnings(ObjectNode row, List<String> warnings) {
    if (!warnings.isEmpty()) {
      ArrayNode array = row.putArray("warnings");
      warnings.forEach(array::add);
    }
  }

  private static String pretty(Object json) {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
  }
}
