package io.gasminer.c2pa;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gasminer.c2pa.x509.Pem;
import io.gasminer.c2pa.x509.TrustStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds the corpus of media with verdicts in the folder that {@code -Dgasminer.shared} names. */
final class Corpus {
  private final Path folder;

  private Corpus(Path folder) {
    this.folder = folder;
  }

  /** The corpus; the test is skipped, and says so, where the folder is absent. */
  static Corpus find() {
    String shared = System.getProperty("gasminer.shared", "");
    Path folder = Path.of(shared, "data", "c2pa");
    assumeTrue(
        !shared.isEmpty() && Files.exists(folder.resolve("expected.jsonl")),
        "skipped: -Dgasminer.shared names no folder with data/c2pa/expected.jsonl");
    return new Corpus(folder);
  }

  /** The rows, one for each file. */
  List<JsonNode> rows() throws IOException {
    return Files.readAllLines(folder.resolve("expected.jsonl")).stream()
        .map(line -> JsonMapper.shared().readTree(line))
        .toList();
  }

  /** The file of a row. */
  Path media(JsonNode row) {
    return folder.resolve("media").resolve(row.path("file").stringValue());
  }

  /** The folder of the media that were generated. */
  Path generated() {
    return folder.resolve("media").resolve("generated");
  }

  /** The widest of the settings. */
  TrustStore everything() throws IOException {
    return List.copyOf(settings().values()).getLast();
  }

  /** The five trust settings of the verdicts. */
  Map<String, TrustStore> settings() throws IOException {
    TrustStore test = anchored("trust/test/test_cert_root_bundle.pem");
    if (certificates(folder.resolve("trust/test/allowed_list.pem"))
        instanceof Pem.Reading.Certificates allowed) {
      test = test.withEndEntities(allowed.certificates());
    }
    TrustStore policy = TrustStore.none();
    try (Stream<Path> anchors = Files.list(folder.resolve("trust/policy"))) {
      for (Path anchor : anchors.sorted().toList()) {
        policy = with(policy, anchor);
      }
    }
    TrustStore official = anchored("trust/official/C2PA-TRUST-LIST.pem");
    Map<String, TrustStore> settings = new LinkedHashMap<>();
    settings.put("default", TrustStore.none());
    settings.put("test", test);
    settings.put(
        "official", with(official, folder.resolve("trust/official/C2PA-TSA-TRUST-LIST.pem")));
    settings.put("policy", policy);
    settings.put("policy_test", with(policy, folder.resolve("pki/root.pem")));
    return settings;
  }

  private TrustStore anchored(String file) throws IOException {
    return with(TrustStore.none(), folder.resolve(file));
  }

  private static TrustStore with(TrustStore store, Path file) throws IOException {
    return certificates(file) instanceof Pem.Reading.Certificates read
        ? store.withAnchors(read.anchors())
        : store;
  }

  private static Pem.Reading certificates(Path file) throws IOException {
    return Pem.read(Files.readString(file));
  }
}
