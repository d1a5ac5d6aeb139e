package io.gasminer.gascli.tasks;

import io.gasminer.miner.task.Attempt;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskEvent;
import io.gasminer.miner.task.TaskState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Owns the names and forms under which scripts get a task; instants as ISO 8601. */
public final class StoryJson {
  private StoryJson() {}

  /** The whole story as one JSON object. */
  public static String of(TaskStory story, Times times, Hotkeys hotkeys) {
    Map<String, Object> all = summary(story, hotkeys);
    Task task = story.task();
    all.put("prompt", task.prompt());
    all.put("parameters", task.parameters());
    all.put("closes_at", story.close().toString());
    task.ticket()
        .ifPresent(
            ticket ->
                all.put(
                    "job",
                    Map.of(
                        "provider",
                        ticket.provider(),
                        "model",
                        ticket.model(),
                        "id",
                        ticket.jobId(),
                        "accepted_at",
                        ticket.acceptedAt().toString())));
    if (task.state() instanceof TaskState.Completed done) {
      all.put(
          "media",
          Map.of(
              "type",
              done.contentType(),
              "bytes",
              done.bytes(),
              "facts",
              done.facts(),
              "kept",
              story.kept().isPresent()));
    }
    all.put("submissions", task.progress().submissions());
    all.put("ruled_out", task.progress().ruledOut());
    all.put("events", story.events().stream().map(StoryJson::event).toList());
    all.put("attempts", story.attempts().stream().map(StoryJson::attempt).toList());
    story
        .standing()
        .ifPresent(
            next ->
                all.put(
                    "next_step",
                    Map.of(
                        "step",
                        next.delivering() ? "deliver" : "generate",
                        "due_at",
                        next.due().toString(),
                        "running",
                        next.running())));
    Pay pay = Pay.of(story, times);
    all.put(
        "pay",
        Map.of("answer", pay.answer(), "why", pay.why(), "fault", pay.fault(), "next", pay.next()));
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all);
  }

  /** What a list says of a task. */
  static Map<String, Object> summary(TaskStory story, Hotkeys hotkeys) {
    Task task = story.task();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("id", task.id().toString());
    all.put("modality", task.modality().wireName());
    story.tier().ifPresent(tier -> all.put("tier", tier));
    story.model().ifPresent(model -> all.put("model", model));
    all.put("state", task.state().wireName());
    all.put("created_at", task.createdAt().toString());
    switch (task.state()) {
      case TaskState.Pending() -> {}
      case TaskState.Processing(Instant started) -> all.put("started_at", started.toString());
      case TaskState.Completed done -> {
        all.put("started_at", done.startedAt().toString());
        all.put("completed_at", done.completedAt().toString());
      }
      case TaskState.Failed failed -> {
        all.put("started_at", failed.startedAt().toString());
        all.put("completed_at", failed.completedAt().toString());
        all.put("reason", failed.reason());
      }
    }
    all.put("recorded", story.receipt().isPresent());
    story.lastAttempt().ifPresent(last -> all.put("last_outcome", last.outcome()));
    all.put("validator", validator(task.signedBy(), hotkeys));
    all.put("webhook_host", TaskStory.host(task.webhookUrl()));
    return all;
  }

  static Map<String, Object> validator(String hotkey, Hotkeys hotkeys) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("hotkey", hotkey);
    hotkeys.uid(hotkey).ifPresent(uid -> all.put("uid", uid));
    return all;
  }

  static Map<String, Object> attempt(Attempt attempt) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("at", attempt.at().toString());
    attempt.status().ifPresent(status -> all.put("status", status));
    all.put("outcome", attempt.outcome());
    all.put("answer", attempt.answer());
    all.put("meaning", Outcomes.meaning(attempt));
    return all;
  }

  private static Map<String, Object> event(TaskEvent event) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("at", event.at().toString());
    all.put("kind", event.kind().wireName());
    all.put("words", event.words());
    return all;
  }
}
