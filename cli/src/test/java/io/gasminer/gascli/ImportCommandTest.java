package io.gasminer.gascli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImportCommandTest {
  @TempDir private Path temp;
  private Path known;
  private Path env;

  @BeforeEach
  void folders() throws Exception {
    known = Files.createDirectories(temp.resolve("known"));
    env = Files.createDirectories(temp.resolve("ours")).resolve(".env.gen_miner");
  }

  @Test
  void aFolderWithoutAMinerIsSaid() {
    Typed typed = typed();
    assertThat(typed.exitCode()).isEqualTo(2);
    assertThat(typed.err()).contains("holds neither", "gascli import FOLDER");
  }

  @Test
  void itShowsFirstAndDoesNothingUnlessSomebodyAgrees() throws Exception {
    settings();
    Typed shown = typed("--dry-run");
    assertThat(shown.exitCode()).as(shown.err()).isZero();
    assertThat(shown.out())
        .contains("IMAGE_SERVICE=openai", "OPENAI_API_KEY=•••", "Nothing was done (--dry-run)")
        .doesNotContain("sk-known");
    Typed unasked = typed();
    assertThat(unasked.exitCode()).isEqualTo(2);
    assertThat(unasked.err()).contains("add --yes");
    assertThat(env).doesNotExist();
    Typed done = typed("--yes");
    assertThat(done.exitCode()).as(done.err()).isZero();
    assertThat(done.out()).contains("Taken over: 3 settings", "gascli doctor");
    assertThat(Files.readString(env)).contains("OPENAI_API_KEY=sk-known");
    assertThat(typed("--yes").out()).contains("There is nothing to take");
  }

  @Test
  void jsonIsOneValueAndDoesNothingWithoutYes() throws Exception {
    settings();
    JsonNode shown = JsonMapper.shared().readTree(typed("--json").out());
    assertThat(shown.path("applied").asBoolean()).isFalse();
    assertThat(shown.path("items").size()).isEqualTo(3);
    assertThat(env).doesNotExist();
    JsonNode done = JsonMapper.shared().readTree(typed("--json", "--yes").out());
    assertThat(done.path("applied").asBoolean()).isTrue();
    assertThat(done.path("items").path(0).path("fate").asString()).isEqualTo("taken");
    assertThat(env).exists();
  }

  @Test
  void filesThatTheKnownMinerHasReallyWrittenAreUnderstood() throws Exception {
    Path shared = Path.of(System.getProperty("gasminer.shared", ""), "data/vectors/state.json");
    assumeTrue(Files.exists(shared), "skipped: -Dgasminer.shared names no folder of vectors");
    settings();
    JsonNode files = JsonMapper.shared().readTree(shared.toFile()).path("files");
    long now = Instant.now().getEpochSecond();
    for (JsonNode file : files.values()) {
      Path to = known.resolve(file.path("path").asString());
      Files.createDirectories(to.getParent());
      Files.writeString(to, file.path("text").asString().replaceAll("\\b179\\d{7}\\b", "" + now));
    }
    Typed done = typed("--yes");
    assertThat(done.exitCode()).as(done.err()).isZero();
    assertThat(done.out())
        .contains("Taken over: 3 settings, 3 tasks", "it waits for its turn", "fake_job")
        .doesNotContain("not understood");
    assertThat(typed("--json").out()).contains("already_here").doesNotContain("\"left\"");
  }

  private void settings() throws Exception {
    Files.writeString(
        known.resolve(".env.gen_miner"),
        "IMAGE_SERVICE=openai\nOPENAI_API_KEY=sk-known\nBT_AXON_PORT=1\n");
  }

  private Typed typed(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "import",
                known.toString(),
                "--env-file",
                env.toString(),
                "--webhook-stats",
                temp.resolve("none.json").toString()));
    all.addAll(List.of(more));
    return Typed.gascli(all.toArray(String[]::new));
  }
}
