package io.gasminer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One demo, as whoever tries the miner first plays it, and what others say of its files. */
class DemoAcceptanceTest {
  private static final List<String> DOCUMENTED =
      List.of(
          "modality",
          "requested_tier",
          "task_id",
          "accepted_ms",
          "delivered_ms",
          "content_type",
          "bytes",
          "delivered_tier",
          "verified",
          "signing_time",
          "file");
  private static final String OFFICIAL_READER =
      """
      import sys, c2pa
      settings = c2pa.Settings.from_dict(
          {"trust": {"user_anchors": open(sys.argv[1]).read()}, "verify": {"verify_trust": True}})
      for file in sys.argv[2:]:
          with c2pa.Reader(file, context=c2pa.Context(settings)) as reader:
              print(reader.get_validation_state())
      """;

  @TempDir private static Path temp;
  private static Gascli played = new Gascli(-1, "", "");

  @BeforeAll
  static void playTheDemo() throws Exception {
    played =
        Gascli.run(
            temp,
            "demo",
            "--json",
            "--output",
            temp.resolve("demos").toString(),
            "--image-tier",
            "1K",
            "--video-tier",
            "480p");
  }

  @Test
  void itPassesAndTellsAProgramWhatCameOut() {
    assertThat(played.exitCode()).as(played.out() + played.err()).isZero();
    assertThat(report().path("passed").asBoolean(false)).isTrue();
    assertThat(challenges()).hasSize(2);
    assertThat(challenges())
        .allSatisfy(
            challenge -> {
              assertThat(challenge.propertyNames()).containsAll(DOCUMENTED);
              assertThat(challenge.path("verified").asBoolean(false)).isTrue();
              assertThat(challenge.path("delivered_tier").asString(""))
                  .isEqualTo(challenge.path("requested_tier").asString(""));
              assertThat(challenge.path("delivered_ms").asLong(0))
                  .isGreaterThanOrEqualTo(challenge.path("accepted_ms").asLong(0));
              assertThat(Files.size(file(challenge))).isEqualTo(challenge.path("bytes").asLong(0));
            });
    assertThat(challenges().stream().map(one -> one.path("content_type").asString("")))
        .containsExactlyInAnyOrder("image/png", "video/mp4");
  }

  @Test
  void theValidatorsOwnReaderTrustsBothFilesUnderTheSandboxRoot() throws Exception {
    List<String> command =
        new ArrayList<>(List.of(Borrowed.python(), "-c", OFFICIAL_READER, root().toString()));
    challenges().forEach(challenge -> command.add(file(challenge).toString()));
    Gascli read = Gascli.run(temp, new ProcessBuilder(command));
    assertThat(read.exitCode()).as(read.err()).isZero();
    assertThat(read.out().lines()).containsExactly("Trusted", "Trusted");
  }

  @Test
  void nobodyElseTrustsItsFiles() throws Exception {
    Gascli refused = Gascli.run(temp, verifying(Stream.of("--json")));
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(verdicts(refused)).containsExactly(false, false);
    Gascli anchored =
        Gascli.run(temp, verifying(Stream.of("--json", "--anchors", root().toString())));
    assertThat(anchored.exitCode()).as(anchored.out()).isZero();
    assertThat(verdicts(anchored)).containsExactly(true, true);
  }

  private static String[] verifying(Stream<String> options) {
    return Stream.concat(
            Stream.concat(Stream.of("generator", "verify-c2pa"), options),
            challenges().stream().map(challenge -> file(challenge).toString()))
        .toArray(String[]::new);
  }

  private static List<Boolean> verdicts(Gascli run) {
    return JsonMapper.shared()
        .readTree(run.out())
        .valueStream()
        .map(row -> row.path("result").path("verified").asBoolean(false))
        .toList();
  }

  private static JsonNode report() {
    return JsonMapper.shared().readTree(played.out());
  }

  private static List<JsonNode> challenges() {
    return report().path("challenges").valueStream().toList();
  }

  private static Path file(JsonNode challenge) {
    return Path.of(challenge.path("file").asString(""));
  }

  private static Path root() {
    return Path.of(report().path("folder").asString(""))
        .resolve("miner/.gen_miner_state/sandbox-root.pem");
  }
}
