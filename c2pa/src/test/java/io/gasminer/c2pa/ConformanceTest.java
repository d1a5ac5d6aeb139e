package io.gasminer.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.c2pa.asset.MediaType;
import io.gasminer.c2pa.asset.Source;
import io.gasminer.c2pa.status.Status;
import io.gasminer.c2pa.x509.TrustStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The reader agrees with the implementation that validators run, on every file of the corpus. */
class ConformanceTest {
  private static final InstantSource AS_OF =
      InstantSource.fixed(Instant.parse("2026-11-23T10:00:00Z"));

  @Test
  void everyFileHasTheStateAndTheFailuresOfTheValidatorsReader() throws IOException {
    Corpus corpus = Corpus.find();
    Map<String, TrustStore> settings = corpus.settings();
    Map<String, int[]> table = new TreeMap<>();
    List<String> disagreements = new ArrayList<>();
    for (JsonNode row : corpus.rows()) {
      String format = row.path("format").stringValue();
      int[] counts =
          table.computeIfAbsent(
              row.path("class").stringValue() + " " + format, absent -> new int[2]);
      List<String> differences = new ArrayList<>();
      settings.forEach(
          (name, trust) ->
              compare(
                  row,
                  name,
                  new C2paReader(trust, AS_OF).readAs(hint(row), corpus.media(row)),
                  differences));
      counts[0] += differences.isEmpty() ? 1 : 0;
      counts[1]++;
      disagreements.addAll(differences);
    }
    table.forEach(
        (name, counts) -> System.out.printf("%-40s %4d of %4d%n", name, counts[0], counts[1]));
    System.out.println(
        table.values().stream().mapToInt(counts -> counts[0]).sum() + " files agree");
    assertThat(disagreements).isEmpty();
  }

  @Test
  void whatHasNoManifestIsNotCalledDamaged() throws IOException {
    Corpus corpus = Corpus.find();
    C2paReader reader = new C2paReader(corpus.everything(), AS_OF);
    List<String> disagreements = new ArrayList<>();
    int compared = 0;
    for (JsonNode row : corpus.rows()) {
      if (row.path("reader_error_type").asString("").equals("_C2paManifestNotFound")) {
        compared++;
        if (!(reader.readAs(hint(row), corpus.media(row)) instanceof ReadResult.NoManifest)) {
          disagreements.add(row.path("file").stringValue());
        }
      }
    }
    assertThat(compared).isGreaterThan(40);
    assertThat(disagreements).isEmpty();
  }

  @Test
  void whatTheValidatorsDoNotTellIsReadWithoutAHint() throws IOException {
    Corpus corpus = Corpus.find();
    C2paReader reader = new C2paReader(corpus.everything(), AS_OF);
    List<String> disagreements = new ArrayList<>();
    int reports = 0;
    for (JsonNode row : corpus.rows()) {
      boolean told = !row.path("magic").stringValue().equals(".bin");
      // A byte before the magic ones hides the type, as it should.
      if (told || row.path("file").stringValue().contains("prepend1")) {
        continue;
      }
      String hinted = told(reader.readAs(hint(row), corpus.media(row)));
      String found = told(reader.read(corpus.media(row)));
      if (!found.equals(hinted)) {
        disagreements.add(row.path("file").stringValue() + ": " + hinted + " but " + found);
      }
      reports += hinted.equals("None") ? 0 : 1;
    }
    assertThat(reports).isGreaterThan(140);
    assertThat(disagreements).isEmpty();
  }

  @Test
  void theValidatorsTableTellsWhatTheCorpusSays() throws IOException {
    Corpus corpus = Corpus.find();
    List<String> disagreements = new ArrayList<>();
    for (JsonNode row : corpus.rows()) {
      try (Source source = Source.open(corpus.media(row))) {
        MediaType type = MediaType.of(source);
        if (!row.path("magic").stringValue().equals("." + type.extension())
            || type.isTold() == (type == MediaType.UNKNOWN)) {
          disagreements.add(row.path("file").stringValue() + ": " + type);
        }
      }
    }
    assertThat(disagreements).isEmpty();
  }

  @Test
  void aStoreThatIsKeptApartIsHeldAgainstItsAsset() throws IOException {
    Corpus corpus = Corpus.find();
    C2paReader reader = new C2paReader(corpus.everything(), AS_OF);
    Path folder = corpus.generated();
    for (String name : List.of("remote_noembed_mp4")) {
      byte[] store = Files.readAllBytes(folder.resolve(name + ".c2pa"));
      Path asset = folder.resolve(name + "." + name.substring(name.length() - 3));
      assertThat(reader.readDetached(store, asset))
          .isInstanceOfSatisfying(
              ReadResult.Report.class,
              found -> assertThat(found.report().state()).isEqualTo(ValidationState.TRUSTED));
    }
  }

  @Test
  void everyReportTellsOfTheActiveManifestWhatTheValidatorsReaderTells() throws IOException {
    Corpus corpus = Corpus.find();
    C2paReader reader = new C2paReader(corpus.everything(), AS_OF);
    List<String> disagreements = new ArrayList<>();
    int compared = 0;
    for (JsonNode row : corpus.rows()) {
      if (row.path("alg").isString()
          && reader.readAs(hint(row), corpus.media(row)) instanceof ReadResult.Report report
          && report.report().active().signature().isPresent()) {
        compared++;
        Told expected = Told.expected(row);
        Told found = Told.found(report.report());
        if (!found.equals(expected)) {
          disagreements.add(row.path("file").stringValue() + ": " + expected + " but " + found);
        }
      }
    }
    assertThat(compared).isGreaterThan(500);
    assertThat(disagreements).isEmpty();
  }

  /** What a report tells of its active manifest. */
  private record Told(
      String signature,
      String generator,
      String counts,
      List<String> assertions,
      Set<String> sourceTypes) {
    static Told expected(JsonNode row) {
      return new Told(
          String.join(
              "|",
              row.path("alg").asString(""),
              row.path("issuer").asString(""),
              row.path("common_name").asString(""),
              row.path("cert_serial_number").asString("")),
          row.path("claim_generator").asString("")
              + "|"
              + row.path("claim_generator_info").path(0).path("name").asString(""),
          row.path("claim_version").asInt(0)
              + "|"
              + row.path("n_manifests").asInt(0)
              + "|"
              + row.path("n_ingredients").asInt(0),
          row.path("assertion_labels").valueStream().map(JsonNode::stringValue).toList(),
          row.path("digital_source_types")
              .valueStream()
              .map(JsonNode::stringValue)
              .collect(Collectors.toSet()));
    }

    static Told found(ValidationReport report) {
      ManifestReport active = report.active();
      SignatureSummary signature = active.signature().orElseThrow();
      return new Told(
          String.join(
              "|",
              signature.algorithm().orElse(""),
              signature.issuer().orElse(""),
              signature.commonName().orElse(""),
              signature.serialNumber().toString()),
          active.claimGenerator().orElse("")
              + "|"
              + (active.claimGeneratorInfo().isEmpty()
                  ? ""
                  : active.claimGeneratorInfo().getFirst().path("name").asString("")),
          active.claimVersion()
              + "|"
              + report.manifests().size()
              + "|"
              + active.ingredients().size(),
          active.assertions().stream().map(ManifestReport.AssertionReport::label).toList(),
          report.manifests().stream()
              .flatMap(manifest -> manifest.digitalSourceTypes().stream())
              .collect(Collectors.toSet()));
    }
  }

  private static void compare(
      JsonNode row, String name, ReadResult result, List<String> differences) {
    JsonNode pinned = row.path("pinned");
    String expected = pinned.path("state").path(name).asString("None");
    expected += expected.equals("None") ? "" : codes(pinned.path("failure").path(name));
    String found = told(result);
    if (!found.equals(expected)) {
      String why = result instanceof ReadResult.Unreadable(String reason) ? " " + reason : "";
      differences.add(
          row.path("file").stringValue() + " " + name + ": " + expected + " but " + found + why);
    }
  }

  private static MediaType hint(JsonNode row) {
    return MediaType.named(row.path("format").stringValue()).orElse(MediaType.UNKNOWN);
  }

  private static String told(ReadResult result) {
    return switch (result) {
      case ReadResult.Report report ->
          report.report().state().text()
              + new TreeSet<>(
                  report.report().results().activeManifest().failure().stream()
                      .map(Status::code)
                      .toList());
      case ReadResult.NoManifest none -> "None";
      case ReadResult.Unreadable unreadable -> "None";
    };
  }

  private static String codes(JsonNode list) {
    Set<String> codes = new TreeSet<>();
    list.forEach(code -> codes.add(code.stringValue()));
    return codes.toString();
  }
}
