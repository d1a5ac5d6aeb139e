package io.gasminer.miner.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gasminer.c2pa.C2paReader;
import io.gasminer.c2pa.asset.MediaType;
import io.gasminer.c2pa.asset.Source;
import io.gasminer.c2pa.x509.Pem;
import io.gasminer.c2pa.x509.TrustStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Our verdict on every file of the corpus against the validators' own, field by field. */
class PolicyConformanceTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final String WITHOUT = "No C2PA manifest found: ";

  /** Where fill bytes stand before the store the next version places it wrongly, and says so. */
  private static final String PADDED = "__fill_bytes.jpg";

  private static final List<String> FIELDS =
      List.of(
          "verified",
          "signature_valid",
          "issuer",
          "cert_issuer",
          "is_trusted_issuer",
          "is_self_signed",
          "ai_generated",
          "model_name",
          "provider_profile",
          "metadata_complete",
          "policy_warnings",
          "validation_errors",
          "error",
          "signing_time");

  private final Path corpus = Path.of(System.getProperty("gasminer.shared", ""), "data", "c2pa");
  private final Sn34Policy policy = new Sn34Policy(TrustedNames.sn34());
  private final List<String> differences = new ArrayList<>();
  private int compared;

  @BeforeEach
  void theCorpusIsThere() {
    assumeTrue(
        Files.exists(corpus.resolve("expected.jsonl")),
        "skipped: -Dgasminer.shared names no folder with data/c2pa");
  }

  @Test
  void theVerdictIsTheValidatorsInEveryField() throws Exception {
    compareAll("policy", TrustStore.sn34());
    assertThat(compared).isGreaterThan(500);
    assertThat(differences).isEmpty();
  }

  @Test
  void theVerdictIsTheValidatorsWithOneMoreRoot() throws Exception {
    Pem.Reading root = Pem.read(Files.readString(corpus.resolve("pki/root.pem")));
    compareAll(
        "policy_test", TrustStore.sn34().withAnchors(((Pem.Reading.Certificates) root).anchors()));
    assertThat(compared).isGreaterThan(500);
    assertThat(differences).isEmpty();
  }

  @Test
  void theForecastIsWhatTheNextVersionSaysInEveryField() throws Exception {
    compareNewer("policy", TrustStore.sn34());
    Pem.Reading root = Pem.read(Files.readString(corpus.resolve("pki/root.pem")));
    compareNewer(
        "policy_test", TrustStore.sn34().withAnchors(((Pem.Reading.Certificates) root).anchors()));
    assertThat(compared).isGreaterThan(1_000);
    assertThat(differences).isEmpty();
  }

  private void compareNewer(String setting, TrustStore trust) throws Exception {
    C2paReader reader = new C2paReader(trust, () -> NOW);
    for (String line : Files.readAllLines(corpus.resolve("expected.jsonl"))) {
      JsonNode row = JsonMapper.shared().readTree(line);
      JsonNode verdicts = row.path("newer").isObject() ? row.path("newer") : row.path("pinned");
      Path file = corpus.resolve("media", row.path("file").asString());
      boolean padded = file.toString().endsWith(PADDED);
      if (verdicts.path(setting).isObject() && isContainer(file) && !padded) {
        compared++;
        Sn34Forecast forecast = policy.judge(reader.forecast(file));
        compare(row.path("file").asString(), verdicts.path(setting), forecast.newer());
      }
    }
  }

  private void compareAll(String setting, TrustStore trust) throws Exception {
    C2paReader reader = new C2paReader(trust, () -> NOW);
    for (String line : Files.readAllLines(corpus.resolve("expected.jsonl"))) {
      JsonNode row = JsonMapper.shared().readTree(line);
      JsonNode expected = row.path("pinned").path(setting);
      Path file = corpus.resolve("media", row.path("file").asString());
      if (expected.isObject() && isOurs(file)) {
        compared++;
        compare(row.path("file").asString(), expected, policy.judge(reader.read(file)));
      }
    }
  }

  private static boolean isContainer(Path file) throws IOException {
    try (Source source = Source.open(file)) {
      return MediaType.of(source).container().isPresent();
    }
  }

  /** Containers that are walked, and files that the policy takes for no container at all. */
  private static boolean isOurs(Path file) throws IOException {
    try (Source source = Source.open(file)) {
      MediaType type = MediaType.of(source);
      return type.container().isPresent() || type == MediaType.UNKNOWN;
    }
  }

  private void compare(String file, JsonNode expected, Sn34Verdict verdict) {
    JsonNode found = VerdictJson.policy(verdict);
    for (String field : FIELDS) {
      if (!same(field, expected.path(field), found.path(field))) {
        differences.add(
            file + " " + field + ": " + found.path(field) + " but " + expected.path(field));
      }
    }
  }

  private static boolean same(String field, JsonNode expected, JsonNode found) {
    if (field.equals("error") && expected.isString() && found.isString()) {
      return expected.stringValue().startsWith(WITHOUT)
          ? found.stringValue().startsWith(WITHOUT)
          : inOurWords(expected).equals(inOurWords(found));
    }
    if (field.equals("signing_time") && expected.isString() && found.isString()) {
      return OffsetDateTime.parse(expected.stringValue())
          .isEqual(OffsetDateTime.parse(found.stringValue()));
    }
    return field.equals("validation_errors")
        ? inOurWords(expected).equals(inOurWords(found))
        : expected.equals(found);
  }

  /** How a hash differs is told in words of each implementation's own; the code is what counts. */
  private static List<String> inOurWords(JsonNode node) {
    String all = node.isArray() ? String.join("; ", texts(node)) : node.stringValue();
    String codes = all.replaceAll("(assertion\\.\\w+\\.mismatch): [^;]*", "$1");
    return Stream.of(codes.split("; ")).map(PolicyConformanceTest::bare).toList();
  }

  private static String bare(String finding) {
    return finding.replaceFirst("^Signature validation failed: ", "");
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.stringValue()));
    return texts;
  }
}
