package io.gasminer.gascli.tasks;

import io.gasminer.miner.task.Attempt;
import io.gasminer.miner.task.Media;
import io.gasminer.miner.task.Modality;
import io.gasminer.miner.task.Standing;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskEvent;
import io.gasminer.miner.task.TaskEvent.Kind;
import io.gasminer.miner.task.TaskId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** The stories of tasks that went well, badly, and into the hands of a hostile validator. */
final class Stories {
  static final Instant AT = Instant.parse("2026-11-25T14:03:22.100Z");
  static final String VALIDATOR = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
  static final Times TIMES = new Times(ZoneOffset.UTC, AT.plusSeconds(600));
  static final Hotkeys HOTKEYS = new Hotkeys(Map.of(VALIDATOR, 12));

  private Stories() {}

  static Task task(String prompt) {
    return Task.accepted(
        new TaskId(UUID.fromString("3f2a9c10-7b1e-4c55-9d0a-1b2c3d4e5f60")),
        Modality.IMAGE,
        prompt,
        Map.of("resolution", "1K", "seed", 7),
        "http://203.0.113.9:8080/generative_callback?token=secret",
        VALIDATOR,
        AT);
  }

  static Task completed(String prompt) {
    return task(prompt)
        .started(AT.plusMillis(20))
        .completed(
            new Media(
                new byte[2_345],
                "image/png",
                Map.of("model", "google/gemini-3-pro-image", "tier", "1K")),
            AT.plusMillis(6_400));
  }

  static TaskEvent event(long millis, Kind kind, String words) {
    return new TaskEvent(AT.plusMillis(millis), kind, words);
  }

  static final List<TaskEvent> WAY =
      List.of(
          event(30, Kind.ASKED, "openrouter for google/gemini-3-pro-image (request 1)"),
          event(6_300, Kind.PRODUCED, "image/png, 2345 bytes, after 6.3 s"),
          event(6_400, Kind.FIT, "validators would take it, signed by Google LLC, tier 1K"));

  static Attempt attempt(long seconds, int status, String answer, String outcome) {
    return new Attempt(AT.plusSeconds(seconds), Optional.of(status), answer, outcome);
  }

  static TaskStory recorded() {
    return new TaskStory(
        completed("a red fox in the snow at dawn, seen from above, with long blue shadows"),
        WAY,
        List.of(
            attempt(8, 200, "{\"message\":\"Task not found in current session\"}", "unknown-task"),
            attempt(12, 200, "{\"message\":\"Binary content received\"}", "recorded")),
        OptionalLong.empty(),
        Optional.empty());
  }

  static TaskStory held() {
    Instant close = AT.plusSeconds(7_201);
    return new TaskStory(
        completed("a red fox"),
        WAY,
        List.of(attempt(8, 401, "{\"detail\":\"Request is too stale\"}", "our-request-wrong")),
        OptionalLong.of(2_345),
        Optional.of(new Standing(true, close, false)));
  }

  static TaskStory hostile() {
    String words = "\u001b[2J\u001b]0;owned\u0007\u009b31m\u202e{\"detail\":\"\r\nno";
    return new TaskStory(
        completed("\u001b[31mred\u001b[0m \u202efox\nsecond line"),
        List.of(event(30, Kind.BUSY, "m-1: \u001b[1A" + words)),
        List.of(attempt(8, 400, words + "x".repeat(3_000), "refused")),
        OptionalLong.empty(),
        Optional.empty());
  }

  static TaskStory failed(String reason, List<TaskEvent> way) {
    return new TaskStory(
        task("a red fox").started(AT.plusMillis(20)).failed(reason, AT.plusSeconds(9)),
        way,
        List.of(attempt(10, 200, "{\"message\":\"Failure recorded\"}", "recorded")),
        OptionalLong.empty(),
        Optional.empty());
  }
}
