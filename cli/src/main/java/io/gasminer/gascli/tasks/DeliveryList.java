package io.gasminer.gascli.tasks;

import io.gasminer.gascli.paper.Paper;
import io.gasminer.gascli.paper.Table;
import io.gasminer.gascli.paper.Table.Column;
import io.gasminer.miner.task.Attempt;
import io.gasminer.miner.task.TaskReceipt;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Owns how the attempts of all tasks are listed, with the sums of each validator.
 *
 * @param receipts all that are summed up, the newest first
 * @param shown how many of them are listed
 * @param telling how many characters of an id tell it from the others
 */
public record DeliveryList(
    List<TaskReceipt> receipts, int shown, int telling, Times times, Hotkeys hotkeys) {
  /** One validator's sums; {@code lost}: nothing came of the attempt, or it was refused. */
  private record Sum(String hotkey, long recorded, long again, long lost, Instant newest) {}

  /** Prints the newest attempts, then the sums. */
  public void print(PrintWriter out, Paper paper) {
    if (receipts.isEmpty()) {
      out.println("There is no attempt to show.");
      return;
    }
    Table table =
        Table.of(
            paper,
            Column.left("TIME"),
            Column.left("TASK"),
            Column.left("BY"),
            Column.giving("HOST"),
            Column.right("HTTP"),
            Column.left("OUTCOME"),
            Column.giving("WORDS"));
    for (TaskReceipt receipt : newest()) {
      Attempt attempt = receipt.attempt();
      table.row(
          times.brief(attempt.at()),
          receipt.task().id().toString().substring(0, telling),
          hotkeys.name(receipt.task().signedBy()),
          TaskStory.host(receipt.task().webhookUrl()),
          attempt.status().map(String::valueOf).orElse("-"),
          paper.in(Outcomes.ink(attempt), attempt.outcome()),
          Answers.words(attempt));
    }
    table.print(out);
    out.println();
    Table sums =
        Table.of(
            paper,
            Column.left("VALIDATOR"),
            Column.right("RECORDED"),
            Column.right("AGAIN"),
            Column.right("REFUSED"),
            Column.left("NEWEST"));
    for (Sum sum : sums()) {
      sums.row(
          hotkeys.name(sum.hotkey()),
          Long.toString(sum.recorded()),
          Long.toString(sum.again()),
          Long.toString(sum.lost()),
          times.brief(sum.newest()));
    }
    sums.print(out);
  }

  /** One JSON object. */
  public String json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("deliveries", newest().stream().map(this::row).toList());
    all.put("validators", sums().stream().map(this::row).toList());
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all);
  }

  private List<TaskReceipt> newest() {
    return receipts.subList(0, Math.min(shown, receipts.size()));
  }

  private Map<String, Object> row(TaskReceipt receipt) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("task", receipt.task().id().toString());
    row.put("validator", StoryJson.validator(receipt.task().signedBy(), hotkeys));
    row.put("webhook_host", TaskStory.host(receipt.task().webhookUrl()));
    row.putAll(StoryJson.attempt(receipt.attempt()));
    return row;
  }

  private Map<String, Object> row(Sum sum) {
    Map<String, Object> row = StoryJson.validator(sum.hotkey(), hotkeys);
    row.put("recorded", sum.recorded());
    row.put("again", sum.again());
    row.put("refused", sum.lost());
    row.put("newest_at", sum.newest().toString());
    return row;
  }

  private List<Sum> sums() {
    Map<String, Sum> sums = new TreeMap<>();
    for (TaskReceipt receipt : receipts) {
      Attempt attempt = receipt.attempt();
      boolean recorded = TaskStory.isRecorded(attempt.outcome());
      boolean again = List.of("unknown-task", "not-delivered").contains(attempt.outcome());
      Sum one =
          new Sum(
              receipt.task().signedBy(),
              recorded ? 1 : 0,
              again ? 1 : 0,
              recorded || again ? 0 : 1,
              attempt.at());
      sums.merge(one.hotkey(), one, DeliveryList::plus);
    }
    return sums.values().stream().sorted(Comparator.comparing(Sum::newest).reversed()).toList();
  }

  private static Sum plus(Sum a, Sum b) {
    return new Sum(
        a.hotkey(),
        a.recorded() + b.recorded(),
        a.again() + b.again(),
        a.lost() + b.lost(),
        a.newest().isAfter(b.newest()) ? a.newest() : b.newest());
  }
}
