package io.gasminer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.gascli.rehearsal.LogLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class LogAcceptanceTest {
  private static final List<String> EVENTS =
      List.of(
          "task-accepted",
          "task-started",
          "submitting",
          "job-accepted",
          "generated",
          "gate-passed",
          "delivered");
  private static final Map<String, String> KEYS =
      Map.of(
          "OPENAI_API_KEY", "sk-never-to-be-seen-1",
          "OPEN_ROUTER_API_KEY", "sk-or-never-to-be-seen-2",
          "STABILITY_API_KEY", "sk-never-to-be-seen-3",
          "RUNWAYML_API_KEY", "key_never-to-be-seen-4");
  private static final Pattern PLAIN =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\S+ (?:TRACE|DEBUG|INFO|WARN|ERROR)"
              + " .*\\bevent=(\\S+)(?: task=(\\S+))?.*");

  @TempDir private Path temp;

  @Test
  void peopleReadOneLinePerEventOnTheConsoleAndInTheFile() throws Exception {
    assertLog("plain", LogAcceptanceTest::plain);
  }

  @Test
  void machinesReadOneJsonObjectPerEventOnTheConsoleAndInTheFile() throws Exception {
    assertLog(
        "json", line -> LogLine.parse(line).map(parsed -> new Told(parsed.event(), parsed.task())));
  }

  /** What one line is about; the task is empty where it is about none. */
  private record Told(String event, String task) {}

  @FunctionalInterface
  private interface Format {
    Optional<Told> read(String line);
  }

  private static Optional<Told> plain(String line) {
    Matcher told = PLAIN.matcher(line);
    return told.matches()
        ? Optional.of(new Told(told.group(1), Optional.ofNullable(told.group(2)).orElse("")))
        : Optional.empty();
  }

  private void assertLog(String name, Format format) throws Exception {
    Map<String, String> settings = new HashMap<>(KEYS);
    settings.put("MINER_LOG_FORMAT", name);
    settings.put("BT_LOGGING_LEVEL", "trace");
    try (Rehearsal rehearsal = Rehearsal.with(temp, settings)) {
      rehearsal.startMiner();
      List<String> tasks = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        tasks.add(rehearsal.challenge("image", Rehearsal.SMALL).orElseThrow());
      }
      rehearsal.awaitDeliveries(Duration.ofMinutes(1), tasks);
      assertThat(rehearsal.stopMiner()).isZero();
      assertThat(rehearsal.miner().mistakes()).isEmpty();
      List<String> lines = rehearsal.miner().log().lines().toList();
      assertThat(rehearsal.miner().console().lines()).containsExactlyInAnyOrderElementsOf(lines);
      assertThat(lines).allMatch(line -> format.read(line).isPresent());
      List<Told> told = lines.stream().flatMap(line -> format.read(line).stream()).toList();
      SoftAssertions all = new SoftAssertions();
      for (String task : tasks) {
        EVENTS.forEach(event -> all.assertThat(told).containsOnlyOnce(new Told(event, task)));
      }
      all.assertAll();
      assertThat(lines).noneMatch(line -> holdsASecret(line, privateKey(rehearsal)));
    }
  }

  private static boolean holdsASecret(String line, String privateKey) {
    return line.contains(privateKey) || KEYS.values().stream().anyMatch(line::contains);
  }

  private static String privateKey(Rehearsal rehearsal) {
    try {
      String hex =
          JsonMapper.shared()
              .readTree(Files.readAllBytes(rehearsal.miner().folder.hotkeyFile()))
              .path("privateKey")
              .asString("");
      assertThat(hex).hasSize(2 + 128);
      return hex.substring(2, 2 + 32);
    } catch (java.io.IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
