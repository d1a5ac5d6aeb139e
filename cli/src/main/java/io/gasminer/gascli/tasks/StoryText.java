package io.gasminer.gascli.tasks;

import io.gasminer.gascli.paper.Lines;
import io.gasminer.gascli.paper.Paper;
import io.gasminer.gascli.paper.Paper.Ink;
import io.gasminer.miner.task.Attempt;
import io.gasminer.miner.task.Standing;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskState;
import java.io.PrintWriter;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Owns how the whole story of a task is told: the challenge, what happened in order, the pay. */
public record StoryText(TaskStory story, Times times, Hotkeys hotkeys) {
  private static final int NAME = 13;

  /** Prints it. */
  public void print(PrintWriter out, Paper paper) {
    Task task = story.task();
    paper.line(
        out,
        "",
        "Task " + task.id() + ": " + task.modality().wireName() + ", " + task.state().wireName());
    field(out, paper, "asked by", hotkeys.fullName(task.signedBy()));
    field(out, paper, "prompt", task.prompt());
    field(out, paper, "parameters", parameters(task));
    field(out, paper, "webhook", TaskStory.host(task.webhookUrl()));
    field(out, paper, "accepted", times.whole(task.createdAt()));
    field(out, paper, "closes", times.whole(story.close()));
    if (task.state() instanceof TaskState.Completed done) {
      field(out, paper, "media", done.contentType() + ", " + done.bytes() + " bytes" + kept());
      new TreeMap<>(done.facts()).forEach((name, value) -> field(out, paper, "  " + name, value));
    }
    out.println();
    Chronicle.of(story).forEach(entry -> entry(out, paper, entry));
    next(out, paper);
    out.println();
    pay(out, paper, Pay.of(story, times));
  }

  private String kept() {
    return story.kept().isPresent() ? " (kept here)" : " (no longer kept here)";
  }

  private static String parameters(Task task) {
    return task.parameters().isEmpty()
        ? "(none)"
        : JsonMapper.shared().writeValueAsString(new TreeMap<>(task.parameters()));
  }

  private static void field(PrintWriter out, Paper paper, String name, String value) {
    String pad = " ".repeat(Math.max(1, NAME - name.length()));
    paper.line(out, "  " + paper.in(Ink.FAINT, Lines.printable(name)) + pad, value);
  }

  private void entry(PrintWriter out, Paper paper, Chronicle.Entry entry) {
    String head = times.fine(entry.at()) + " " + paper.mark(entry.ink()) + " ";
    paper.line(out, head, entry.title());
    String indent = " ".repeat(times.fine(entry.at()).length() + (paper.signs() ? 3 : 6));
    for (String words : entry.words()) {
      paper.line(out, indent, words);
    }
  }

  private void next(PrintWriter out, Paper paper) {
    if (story.standing().isEmpty() || Outcomes.isHeld(story)) {
      return;
    }
    Standing next = story.standing().get();
    String step = next.delivering() ? "delivery" : "generation";
    String when =
        next.running()
            ? "under way"
            : next.due().isAfter(times.now()) ? "at " + times.whole(next.due()) : "due now";
    paper.line(out, "next         " + paper.mark(Ink.FAINT) + " ", step + " " + when);
  }

  private static void pay(PrintWriter out, Paper paper, Pay pay) {
    Ink ink =
        switch (pay.answer()) {
          case Pay.DELIVERED -> Ink.GOOD;
          case Pay.NOT_PAID -> Ink.BAD;
          default -> Ink.WARN;
        };
    String answer =
        switch (pay.answer()) {
          case Pay.DELIVERED -> "Delivered: ";
          case Pay.NOT_PAID -> "Not paid: ";
          default -> "Still open: ";
        };
    paper.line(out, paper.in(ink, answer), pay.why());
    if (!pay.fault().isEmpty()) {
      paper.line(out, paper.in(Ink.STRONG, "Whose fault: "), pay.fault());
    }
    List<String> steps = pay.next();
    for (int i = 0; i < steps.size(); i++) {
      paper.line(out, i == 0 ? paper.in(Ink.STRONG, "Next step: ") : "           ", steps.get(i));
    }
  }

  /** An attempt in one line. */
  static String title(int number, Attempt attempt) {
    return "delivery "
        + number
        + ": "
        + attempt.status().map(status -> status + " ").orElse("")
        + attempt.outcome();
  }
}
