package io.gasminer.gascli.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gasminer.c2pa.C2paReader;
import io.gasminer.c2pa.ReadResult;
import io.gasminer.c2pa.x509.TrustStore;
import io.gasminer.gascli.trust.KnownSet;
import io.gasminer.miner.explanation.Explanation;
import io.gasminer.miner.explanation.SigningModels;
import io.gasminer.miner.generation.ModelCatalog;
import io.gasminer.miner.provenance.AnchorSet;
import io.gasminer.miner.provenance.PolicyStep;
import io.gasminer.miner.provenance.Sn34Policy;
import io.gasminer.miner.provenance.TrustedNames;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is printed of every file of the corpus. */
class ExplanationTextTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  private final C2paReader reader = new C2paReader(TrustStore.sn34(), () -> NOW);
  private final Sn34Policy policy = new Sn34Policy(TrustedNames.sn34());
  private final SigningModels models =
      new SigningModels(ModelCatalog.builtIn(), LocalDate.parse("2026-11-23"));
  private final List<AnchorSet> sets =
      KnownSet.all(Map.of()).stream().map(KnownSet::anchors).toList();
  private final List<String> problems = new ArrayList<>();

  @Test
  void everyFileIsExplainedInSafeLinesByTheRuleThatDecided() throws IOException {
    Path media = Path.of(System.getProperty("gasminer.shared", ""), "data", "c2pa", "media");
    assumeTrue(
        Files.isDirectory(media), "skipped: -Dgasminer.shared names no folder with data/c2pa");
    int files = 0;
    try (Stream<Path> all = Files.walk(media)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        files++;
        ReadResult read = reader.read(file);
        check(
            media.relativize(file).toString(),
            Explanation.of(read, policy.walk(read), sets, models, NOW));
      }
    }
    assertThat(files).isGreaterThan(500);
    assertThat(problems).isEmpty();
  }

  private void check(String file, Explanation explanation) {
    if (!explanation
        .walk()
        .firstFailure()
        .map(PolicyStep::words)
        .equals(explanation.verdict().error())) {
      problems.add(file + ": another rule than the verdict's");
    }
    if (explanation.causes().isEmpty() != explanation.verdict().verified()) {
      problems.add(file + ": " + explanation.causes());
    }
    for (Paper paper : List.of(Paper.PLAIN, new Paper(50, false, false))) {
      StringWriter text = new StringWriter();
      new ExplanationText(new PrintWriter(text), paper).print("file", explanation, List.of());
      text.toString()
          .lines()
          .filter(line -> line.length() > paper.width() || !line.equals(Lines.printable(line)))
          .forEach(line -> problems.add(file + ": '" + line + "'"));
    }
  }
}
