package io.gasminer.miner.explanation;

import io.gasminer.c2pa.ReadResult;
import io.gasminer.c2pa.SignatureSummary;
import io.gasminer.c2pa.ValidationReport;
import io.gasminer.c2pa.x509.Certificate;
import io.gasminer.miner.provenance.AnchorSet;
import io.gasminer.miner.provenance.AnchorWatch;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Owns the warning that the validators' anchor of one file has ended or is about to. */
public final class AnchorEnds {
  private AnchorEnds() {}

  /** The end of the anchor of the file that was read, where it is past or near. */
  public static Optional<AnchorWatch.Ending> of(ReadResult read, Instant now) {
    return read instanceof ReadResult.Report(ValidationReport report)
        ? of(report, now)
        : Optional.empty();
  }

  static Optional<AnchorWatch.Ending> of(ValidationReport report, Instant now) {
    List<Certificate> chain =
        report.active().signature().map(SignatureSummary::chain).orElse(List.of());
    return AnchorSet.sn34()
        .anchorOf(chain, now)
        .flatMap(entry -> AnchorWatch.ending(entry, LocalDate.ofInstant(now, ZoneOffset.UTC)));
  }
}
