package io.gasminer.gascli.tasks;

import io.gasminer.gascli.paper.Paper;
import io.gasminer.gascli.paper.Table;
import io.gasminer.gascli.paper.Table.Column;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Owns how tasks are listed.
 *
 * @param telling how many characters of an id tell it from the others
 */
public record TaskList(List<TaskStory> stories, int telling, Times times, Hotkeys hotkeys) {
  /** Prints a table. */
  public void print(PrintWriter out, Paper paper) {
    if (stories.isEmpty()) {
      out.println("There is no task to show. Finished ones are forgotten after a day.");
      return;
    }
    Table table =
        Table.of(
            paper,
            Column.left("TIME"),
            Column.left("ID"),
            Column.left("TYPE"),
            Column.left("TIER"),
            Column.giving("MODEL"),
            Column.left("STATE"),
            Column.left("DELIVERY"),
            Column.left("BY"));
    for (TaskStory story : stories) {
      table.row(
          times.brief(story.task().createdAt()),
          story.task().id().toString().substring(0, telling),
          story.task().modality().wireName(),
          cut(story.tier().orElse("-")),
          story.model().orElse("-"),
          story.task().state().wireName(),
          paper.in(Outcomes.ink(story), Outcomes.brief(story, times)),
          hotkeys.name(story.task().signedBy()));
    }
    table.print(out);
    out.println();
    paper.line(out, "", "gascli tasks show ID tells why; a few characters of an id are enough.");
  }

  // Validators' own words for the resolution; any length could come.
  private static String cut(String tier) {
    return tier.length() <= 9 ? tier : tier.substring(0, 8) + "…";
  }

  /** One JSON object. */
  public String json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("tasks", stories.stream().map(story -> StoryJson.summary(story, hotkeys)).toList());
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all);
  }
}
