package io.gasminer.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.c2pa.status.Status;
import io.gasminer.c2pa.x509.TrustStore;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * By the rules of the next version of the validators' library the reader agrees with that version,
 * on every file of the corpus whose container magic bytes tell.
 */
class NewerConformanceTest {
  private static final InstantSource AS_OF =
      InstantSource.fixed(Instant.parse("2026-11-23T10:00:00Z"));

  /** Of these two settings the extended key usages were configured, as the trust list has them. */
  private static final Set<String> CONFIGURED = Set.of("test", "official");

  @Test
  void everyFileHasTheStateAndTheFailuresOfTheNextVersion() throws IOException {
    Corpus corpus = Corpus.find();
    List<String> disagreements = new ArrayList<>();
    Map<String, int[]> table = new TreeMap<>();
    for (JsonNode row : corpus.rows()) {
      if (row.path("magic").stringValue().equals(".bin")) {
        continue;
      }
      for (Map.Entry<String, TrustStore> setting : corpus.settings().entrySet()) {
        String name = setting.getKey();
        TrustStore trust =
            CONFIGURED.contains(name)
                ? setting.getValue().withUsages(TrustStore.USAGES)
                : setting.getValue();
        C2paReader reader = new C2paReader(trust, AS_OF);
        String expected = expected(row, name);
        String found = found(reader.forecast(corpus.media(row)).newer());
        int[] counts = table.computeIfAbsent(name, absent -> new int[2]);
        counts[0] += found.equals(expected) ? 1 : 0;
        counts[1]++;
        if (!found.equals(expected)) {
          disagreements.add(
              row.path("file").stringValue() + " " + name + ": " + expected + " but " + found);
        }
      }
    }
    table.forEach(
        (name, counts) -> System.out.printf("%-12s %4d of %4d%n", name, counts[0], counts[1]));
    assertThat(disagreements).isEmpty();
  }

  private static String expected(JsonNode row, String setting) {
    JsonNode verdict = row.path("newer").isObject() ? row.path("newer") : row.path("pinned");
    String state = verdict.path("state").path(setting).asString("None");
    Set<String> codes = new TreeSet<>();
    verdict.path("failure").path(setting).forEach(code -> codes.add(code.stringValue()));
    return state.equals("None") ? state : state + codes;
  }

  private static String found(ReadResult result) {
    return switch (result) {
      case ReadResult.Report(ValidationReport report) ->
          report.state().text()
              + new TreeSet<>(
                  report.results().activeManifest().failure().stream().map(Status::code).toList());
      case ReadResult.NoManifest none -> "None";
      case ReadResult.Unreadable unreadable -> "None";
    };
  }
}
