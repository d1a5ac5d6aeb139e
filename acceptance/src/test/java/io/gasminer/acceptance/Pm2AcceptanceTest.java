package io.gasminer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gasminer.gascli.rehearsal.GascliJvm;
import io.gasminer.gascli.rehearsal.RehearsalFolder;
import io.gasminer.miner.task.Pause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** PM2 with the configuration that stands in the project's root, and the miner in the sandbox. */
class Pm2AcceptanceTest {
  private static final Path REPOSITORY =
      Path.of(System.getProperty("basedir", "."), "..").toAbsolutePath().normalize();
  private static final String PM2 = System.getProperty("gasminer.pm2", "");
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final String APP = "bitmind-generative-miner";

  @TempDir private Path temp;
  private Path config = Path.of("");
  private Path settings = Path.of("");

  @BeforeEach
  void layOut() throws Exception {
    assumeTrue(!PM2.isBlank(), "skipped: -Dgasminer.pm2 names no PM2");
    RehearsalFolder folder = Rehearsal.folder(temp, Map.of());
    settings = folder.envFile();
    config =
        Files.copy(REPOSITORY.resolve("gen_miner.config.js"), folder.path().resolve("x.config.js"));
    String java =
        GascliJvm.running(List.of()).command().stream()
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" "));
    Path launcher = folder.path().resolve("gascli");
    Files.writeString(
        launcher, "#!/bin/sh\nexec " + java + " \"$@\" --env-file '" + settings + "'\n");
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
  }

  @AfterEach
  void endPm2() throws Exception {
    if (!PM2.isBlank()) {
      pm2("kill");
    }
  }

  @Test
  void aKilledMinerIsStartedAgainAndOneThatCannotStartIsNot() throws Exception {
    assertThat(pm2("start", config.toString()).exitCode()).isZero();
    awaitListening(1);
    long first = app().path("pid").asLong();
    kill(first);
    awaitListening(2);
    long second = app().path("pid").asLong();
    assertThat(second).isNotEqualTo(first).isPositive();

    Files.writeString(settings, Files.readString(settings) + "\nBT_AXON_PORT=many\n");
    kill(second);
    Rehearsal.await("it ends with 2", SOON, () -> pm2Log().contains("exited with code [2]"));
    int starts = starts();
    // A start would come four seconds later.
    Pause.real().forAbout(Duration.ofSeconds(6));
    assertThat(starts()).isEqualTo(starts);
    assertThat(app().path("pid").asLong()).isZero();
  }

  private void awaitListening(int times) throws Exception {
    Path errors = temp.resolve("pm2/logs/" + APP + "-error-0.log");
    Rehearsal.await(
        "the miner listens", SOON, () -> count(read(errors), "\"event\":\"listening\"") >= times);
  }

  private int starts() {
    return count(pm2Log(), "starting in -fork mode-");
  }

  private String pm2Log() {
    return read(temp.resolve("pm2/pm2.log"));
  }

  private JsonNode app() throws Exception {
    String list = pm2("jlist").out();
    return JsonMapper.shared().readTree(list.substring(list.indexOf("[{"))).get(0);
  }

  private Gascli pm2(String... arguments) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(PM2);
    builder.command().addAll(List.of(arguments));
    builder.environment().put("PM2_HOME", temp.resolve("pm2").toString());
    return Gascli.run(temp, builder);
  }

  private static void kill(long pid) {
    assertThat(pid).isGreaterThan(1);
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException gone) {
      return "";
    }
  }
}
