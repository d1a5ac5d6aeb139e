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

/** The reader agrees with the implementation that validators run, on every file of the corpus. */
class ConformanceTest {
  private static final InstantSource AS_OF =
      InstantSource.fixed(Instant.parse("2026-11-23T10:00:00Z"));

  /** Containers that are not read yet, by the magic bytes of the corpus. */
  private static final Set<String> UNSUPPORTED = Set.of(".bin");

  @Test
  void everyFileHasTheStateAndTheFailuresOfTheValidatorsReader() throws IOException {
    Corpus corpus = Corpus.find();
    Map<String, TrustStore> settings = corpus.settings();
    Map<String, int[]> table = new TreeMap<>();
    List<String> disagreements = new ArrayList<>();
    for (JsonNode row : corpus.rows()) {
      String magic = row.path("magic").stringValue();
      if (UNSUPPORTED.contains(magic)) {
        continue;
      }
      int[] counts =
          table.computeIfAbsent(
              row.path("class").stringValue() + " " + magic, absent -> new int[2]);
      List<String> differences = new ArrayList<>();
      settings.forEach((name, trust) -> compare(corpus, row, name, trust, differences));
      counts[0] += differences.isEmpty() ? 1 : 0;
      counts[1]++;
      disagreements.addAll(differences);
    }
    table.forEach(
        (name, counts) -> System.out.printf("%-32s %4d of %4d%n", name, counts[0], counts[1]));
    assertThat(disagreements).isEmpty();
  }

  private static void compare(
      Corpus corpus, JsonNode row, String name, TrustStore trust, List<String> differences) {
    JsonNode pinned = row.path("pinned");
    String expected = pinned.path("state").path(name).asString("None");
    expected += expected.equals("None") ? "" : codes(pinned.path("failure").path(name));
    ReadResult result = new C2paReader(trust, AS_OF).read(corpus.media(row));
    String found =
        switch (result) {
          case ReadResult.Report report ->
              report.report().state().text()
                  + new TreeSet<>(
                      report.report().results().activeManifest().failure().stream()
                          .map(Status::code)
                          .toList());
          case ReadResult.NoManifest none -> "None";
          case ReadResult.Unreadable unreadable -> "None";
        };
    if (!found.equals(expected)) {
      String why = result instanceof ReadResult.Unreadable(String reason) ? " " + reason : "";
      differences.add(
          row.path("file").stringValue() + " " + name + ": " + expected + " but " + found + why);
    }
  }

  private static String codes(JsonNode list) {
    Set<String> codes = new TreeSet<>();
    list.forEach(code -> codes.add(code.stringValue()));
    return codes.toString();
  }
}
