package io.gasminer.gascli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrustOptionsTest {
  private static final String AS_OF = "2026-11-23T10:00:00Z";

  @TempDir private Path temp;

  @Test
  void theListTellsEveryAnchorItsSetAndItsEnd() {
    Typed list = Typed.gascli("trust", "list");
    assertThat(list.exitCode()).isZero();
    assertThat(list.out().lines().toList())
        .hasSize(1 + 9 + 30 + 22 + 1 + 3)
        .anyMatch(row -> row.startsWith("sn34 ") && row.contains("WebClaimSigningCA"))
        .anyMatch(row -> row.startsWith("c2pa ") && row.contains("SSL.com C2PA ECC Root CA 2025"))
        .anyMatch(row -> row.startsWith("c2pa-time "));
  }

  @Test
  void aSetThatIsNotKnownAndFilesThatAreNoneAreNamed() throws IOException {
    Path media = Files.write(temp.resolve("a.png"), new byte[] {1});
    Path text = Files.writeString(temp.resolve("text"), "// usages\n1.2.3\nnone\n");
    assertThat(verify(media, "--trust", "all").err())
        .contains("--trust", "'all' is none of sn34, c2pa, none");
    for (String flag : List.of("--anchors", "--tsa-anchors", "--allowed")) {
      Typed refused = verify(media, flag, text.toString());
      assertThat(refused.exitCode()).isEqualTo(2);
      assertThat(refused.err()).contains(flag + ": " + text, "BEGIN CERTIFICATE");
      assertThat(verify(media, flag, "absent.pem").err()).contains("absent.pem cannot be read");
    }
    assertThat(verify(media, "--ekus", text.toString()).err())
        .contains("--ekus: line 3 of " + text + " is no object identifier");
  }

  @Test
  void everySettingOfTheCorpusCanBeHadFromTheCommandLine() throws IOException {
    Path corpus = corpus();
    List<JsonNode> rows =
        Files.readAllLines(corpus.resolve("expected.jsonl")).stream()
            .map(line -> JsonMapper.shared().readTree(line))
            .filter(row -> !row.path("magic").asString("").equals(".bin"))
            .filter(
                row ->
                    row.path("class")
                        .asString("")
                        .matches("real_provider|collected_test|generated"))
            .toList();
    assertThat(rows).hasSizeGreaterThan(100);
    List<String> disagreements = new ArrayList<>();
    for (Map.Entry<String, List<String>> setting : settings(corpus).entrySet()) {
      List<String> arguments = new ArrayList<>(List.of("generator", "verify-c2pa", "--json"));
      rows.forEach(
          row -> arguments.add(corpus.resolve("media/" + row.path("file").asString()).toString()));
      arguments.addAll(List.of("--at", AS_OF));
      arguments.addAll(setting.getValue());
      Typed typed = Typed.gascli(arguments.toArray(String[]::new));
      JsonNode told = JsonMapper.shared().readTree(typed.out());
      for (int i = 0; i < rows.size(); i++) {
        String expected = expected(rows.get(i).path("pinned"), setting.getKey());
        String found = found(told.path(i).path("result"));
        if (!found.equals(expected)) {
          disagreements.add(
              setting.getKey()
                  + " "
                  + rows.get(i).path("file")
                  + ": "
                  + expected
                  + " not "
                  + found);
        }
      }
    }
    assertThat(disagreements).isEmpty();
  }

  private static Map<String, List<String>> settings(Path corpus) {
    Path trust = corpus.resolve("trust");
    Map<String, List<String>> settings = new LinkedHashMap<>();
    settings.put("default", List.of("--trust", "none"));
    settings.put(
        "test",
        List.of(
            "--trust=none",
            "--anchors=" + trust.resolve("test/test_cert_root_bundle.pem"),
            "--allowed=" + trust.resolve("test/allowed_list.pem"),
            "--ekus=" + trust.resolve("test/store.cfg")));
    settings.put("official", List.of("--trust=c2pa", "--ekus=" + trust.resolve("test/store.cfg")));
    settings.put("policy", List.of());
    settings.put("policy_test", List.of("--anchors=" + corpus.resolve("pki/root.pem")));
    return settings;
  }

  private static String expected(JsonNode pinned, String setting) {
    String state = pinned.path("state").path(setting).asString("None");
    TreeSet<String> codes = new TreeSet<>();
    pinned.path("failure").path(setting).forEach(code -> codes.add(code.stringValue()));
    return state.equals("None") ? state : state + codes;
  }

  private static String found(JsonNode result) {
    TreeSet<String> codes = new TreeSet<>();
    result
        .path("validation_results")
        .path("activeManifest")
        .path("failure")
        .forEach(status -> codes.add(status.path("code").stringValue()));
    String state = result.path("validation_state").asString("None");
    return state.equals("None") ? state : state + codes;
  }

  private static Typed verify(Path media, String... flags) {
    List<String> arguments = new ArrayList<>(List.of("generator", "verify-c2pa", media.toString()));
    arguments.addAll(List.of(flags));
    return Typed.gascli(arguments.toArray(String[]::new));
  }

  private static Path corpus() {
    String shared = System.getProperty("gasminer.shared", "");
    Path corpus = Path.of(shared, "data", "c2pa");
    assumeTrue(
        !shared.isEmpty() && Files.exists(corpus.resolve("expected.jsonl")),
        "skipped: -Dgasminer.shared names no folder with data/c2pa/expected.jsonl");
    return corpus;
  }
}
