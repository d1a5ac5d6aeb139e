package io.gasminer.c2pa.cose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gasminer.c2pa.asset.Container;
import io.gasminer.c2pa.asset.Located;
import io.gasminer.c2pa.asset.MediaType;
import io.gasminer.c2pa.asset.Source;
import io.gasminer.c2pa.jumbf.JumbfParser;
import io.gasminer.c2pa.jumbf.JumbfType;
import io.gasminer.c2pa.jumbf.Superbox;
import io.gasminer.c2pa.rules.ReaderRules;
import io.gasminer.c2pa.x509.Certificate;
import io.gasminer.c2pa.x509.Finding;
import io.gasminer.c2pa.x509.Pem;
import io.gasminer.c2pa.x509.TrustStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every signature of the corpus against what the validators' reader says of it. */
class SignatureCorpusTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Set<String> KINDS = Set.of(JumbfType.MANIFEST, JumbfType.UPDATE_MANIFEST);
  private static final String OURS =
      "signingCredential\\.(untrusted|expired|invalid)|algorithm\\.unsupported"
          + "|claimSignature\\.mismatch";

  private final Path corpus = Path.of(System.getProperty("gasminer.shared", ""), "data", "c2pa");

  @BeforeEach
  void theCorpusIsThere() {
    assumeTrue(
        Files.exists(corpus.resolve("expected.jsonl")),
        "skipped: -Dgasminer.shared names no folder with data/c2pa");
  }

  @Test
  void isJudgedAsTheValidatorsReaderJudgesIt() throws Exception {
    Map<String, TrustStore> settings = settings();
    List<String> differences = new ArrayList<>();
    int judged = 0;
    for (String line : Files.readAllLines(corpus.resolve("expected.jsonl"))) {
      JsonNode row = JsonMapper.shared().readTree(line);
      Optional<Signed> signed = signed(corpus.resolve("media", row.path("file").asString()));
      boolean hasReport = row.path("pinned").path("failure").path("policy").isArray();
      if (signed.isEmpty() || (!hasReport && !isOfSignature(row))) {
        continue;
      }
      judged++;
      for (Map.Entry<String, TrustStore> setting : settings.entrySet()) {
        SignatureVerdict verdict =
            ClaimSignature.judge(
                signed.get().signature(),
                signed.get().claim(),
                new ClaimSignature.Standard(setting.getValue(), ReaderRules.PINNED, NOW));
        compare(row, setting.getKey(), verdict, hasReport, differences);
      }
    }
    assertThat(judged).isGreaterThan(400);
    assertThat(differences).isEmpty();
  }

  private static boolean isOfSignature(JsonNode row) {
    return row.path("reader_error_type").asString().equals("_C2paSignature");
  }

  private static void compare(
      JsonNode row,
      String setting,
      SignatureVerdict verdict,
      boolean hasReport,
      List<String> differences) {
    String file = row.path("file").asString() + " (" + setting + "): ";
    if (verdict.unreadable().isPresent() || !hasReport) {
      if (hasReport || verdict.unreadable().isEmpty()) {
        differences.add(file + verdict.unreadable() + " but a report: " + hasReport);
      }
      return;
    }
    TreeSet<String> expected = new TreeSet<>();
    for (JsonNode code : row.path("pinned").path("failure").path(setting)) {
      if (code.asString().matches(OURS)) {
        expected.add(code.asString());
      }
    }
    TreeSet<String> found = new TreeSet<>();
    for (Finding finding : verdict.findings()) {
      if (finding.kind() == Finding.Kind.FAILURE) {
        found.add(finding.code());
      }
    }
    if (!found.equals(expected)) {
      differences.add(file + found + " but expected " + expected);
    }
    boolean named = row.path("alg").isString() && row.path("issuer").isString();
    if (setting.equals("policy_test") && named && isReadable(verdict)) {
      compareFacts(row, verdict, differences);
    }
  }

  /** Of certificates that cannot be read in whole the validators' reader reads some fields. */
  private static boolean isReadable(SignatureVerdict verdict) {
    return verdict.signer().isPresent()
        && verdict.findings().stream()
            .noneMatch(found -> found.explanation().equals("timestamp cert untrusted"));
  }

  private static void compareFacts(
      JsonNode row, SignatureVerdict verdict, List<String> differences) {
    SignerFacts signer = verdict.signer().orElseThrow();
    String expected =
        row.path("alg").asString("")
            + "|"
            + row.path("issuer").asString("")
            + "|"
            + row.path("common_name").asString("")
            + "|"
            + row.path("cert_serial_number").asString("")
            + "|"
            + (row.path("time").isString()
                ? OffsetDateTime.parse(row.path("time").asString()).toInstant()
                : "");
    String found =
        signer.algorithm().map(SigningAlgorithm::reported).orElse("")
            + "|"
            + signer.organisation().orElse("")
            + "|"
            + signer.commonName().orElse("")
            + "|"
            + signer.serial()
            + "|"
            + signer.time().map(Object::toString).orElse("");
    if (!found.equals(expected)) {
      differences.add(row.path("file").asString() + ": " + found + " but expected " + expected);
    }
    compareStamps(row, verdict, differences);
  }

  private static void compareStamps(
      JsonNode row, SignatureVerdict verdict, List<String> differences) {
    TreeSet<String> expected = new TreeSet<>();
    row.path("informational_test").forEach(code -> expected.add(code.asString()));
    row.path("success_test").forEach(code -> expected.add(code.asString()));
    expected.removeIf(code -> !code.startsWith("timeStamp."));
    TreeSet<String> found = new TreeSet<>();
    verdict.findings().forEach(finding -> found.add(finding.code()));
    found.removeIf(code -> !code.startsWith("timeStamp."));
    if (!found.equals(expected) && !row.path("success_test").isEmpty()) {
      differences.add(row.path("file").asString() + ": " + found + " but expected " + expected);
    }
  }

  private record Signed(byte[] signature, ClaimSignature.Claim claim) {}

  private static Optional<Signed> signed(Path file) throws Exception {
    try (Source source = Source.open(file)) {
      Optional<Container> container = MediaType.of(source).container();
      if (container.isEmpty()
          || !(container.get().locate(source) instanceof Located.Store(byte[] store, var _))) {
        return Optional.empty();
      }
      return JumbfParser.parse(store).tree().flatMap(root -> signed(store, root));
    }
  }

  private static Optional<Signed> signed(byte[] store, Superbox root) {
    List<Superbox> manifests =
        root.superboxes().stream().filter(box -> KINDS.contains(box.description().uuid())).toList();
    if (manifests.isEmpty()) {
      return Optional.empty();
    }
    Superbox active = manifests.getLast();
    Optional<byte[]> first = content(store, active, "c2pa.claim");
    Optional<byte[]> claim = first.or(() -> content(store, active, "c2pa.claim.v2"));
    Optional<byte[]> signature = content(store, active, "c2pa.signature");
    int version = first.isPresent() ? 1 : 2;
    return claim.isEmpty() || signature.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Signed(
                signature.get(),
                new ClaimSignature.Claim(claim.get(), version, Optional.empty(), List.of())));
  }

  private static Optional<byte[]> content(byte[] store, Superbox manifest, String label) {
    return manifest
        .child(label)
        .flatMap(box -> box.content("cbor"))
        .map(box -> box.payload().of(store));
  }

  private Map<String, TrustStore> settings() throws Exception {
    Map<String, TrustStore> settings = new LinkedHashMap<>();
    settings.put("default", TrustStore.none());
    Path test = corpus.resolve("trust/test");
    settings.put(
        "test",
        TrustStore.none()
            .withAnchors(pem(test.resolve("test_cert_root_bundle.pem")).anchors())
            .withEndEntities(pem(test.resolve("allowed_list.pem")).certificates()));
    Path official = corpus.resolve("trust/official");
    settings.put(
        "official",
        TrustStore.none()
            .withAnchors(pem(official.resolve("C2PA-TRUST-LIST.pem")).anchors())
            .withAnchors(pem(official.resolve("C2PA-TSA-TRUST-LIST.pem")).anchors()));
    settings.put("policy", TrustStore.sn34());
    List<Certificate> root = pem(corpus.resolve("pki/root.pem")).certificates();
    settings.put(
        "policy_test", TrustStore.sn34().withAnchors(new Pem.Reading.Certificates(root).anchors()));
    return settings;
  }

  private static Pem.Reading.Certificates pem(Path file) throws Exception {
    return (Pem.Reading.Certificates) Pem.read(Files.readString(file));
  }
}
