package io.gasminer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Media that Google signed, judged on the day on which the reference judged it. */
class VerifyC2paAcceptanceTest {
  private static final String DAY = "2026-11-23T10:00:00Z";

  @TempDir private Path temp;

  @Test
  void whatAProviderSignedIsVerified() throws Exception {
    Gascli run = verify(signedByGoogle("png"), signedByGoogle("jpg"));
    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(verdicts(run)).containsExactly(true, true);
  }

  @Test
  void oneChangedByteOfThePictureIsFound() throws Exception {
    byte[] png = Files.readAllBytes(signedByGoogle("png"));
    byte[] jpeg = Files.readAllBytes(signedByGoogle("jpg"));
    // Deep in the last chunk of pixels, and in what is scanned last.
    png[lastIndexOf(png, "IDAT") + 100] ^= 1;
    jpeg[jpeg.length - 1_000] ^= 1;
    Gascli run =
        verify(
            Files.write(temp.resolve("changed.png"), png),
            Files.write(temp.resolve("changed.jpg"), jpeg));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(verdicts(run)).containsExactly(false, false);
  }

  @Test
  void aFileThatIsMissingIsNotVerified() throws Exception {
    Gascli run = verify(temp.resolve("absent.png"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(verdicts(run)).containsExactly(false);
    Gascli words =
        Gascli.run(temp, "generator", "verify-c2pa", temp.resolve("absent.png").toString());
    assertThat(words.exitCode()).isEqualTo(1);
    assertThat(words.out()).contains("absent.png: MISSING");
  }

  private Gascli verify(Path... files) throws Exception {
    List<String> arguments =
        new ArrayList<>(List.of("generator", "verify-c2pa", "--json", "--at", DAY));
    List.of(files).forEach(file -> arguments.add(file.toString()));
    return Gascli.run(temp, arguments.toArray(String[]::new));
  }

  private static List<Boolean> verdicts(Gascli run) {
    return JsonMapper.shared()
        .readTree(run.out())
        .valueStream()
        .map(row -> row.path("result").path("verified").asBoolean(false))
        .toList();
  }

  /** The first file of that format that Google signed and the reference verified. */
  private static Path signedByGoogle(String format) throws IOException {
    Path corpus = Borrowed.shared("data/c2pa");
    Predicate<JsonNode> verified =
        row -> row.path("pinned").path("policy").path("verified").asBoolean(false);
    String file =
        Files.readAllLines(corpus.resolve("expected.jsonl")).stream()
            .map(JsonMapper.shared()::readTree)
            .filter(verified)
            .filter(row -> row.path("issuer").asString("").equals("Google LLC"))
            .filter(row -> row.path("class").asString("").equals("real_provider"))
            .filter(row -> row.path("format").asString("").equals(format))
            .map(row -> row.path("file").asString(""))
            .findFirst()
            .orElseThrow();
    return corpus.resolve("media").resolve(file);
  }

  private static int lastIndexOf(byte[] bytes, String marker) {
    return new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf(marker);
  }
}
