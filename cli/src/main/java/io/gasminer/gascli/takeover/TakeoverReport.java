package io.gasminer.gascli.takeover;

import io.gasminer.gascli.paper.Paper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Owns how a take-over is told, line by line.
 *
 * @param from the folder that is taken over
 * @param items all lines
 */
public record TakeoverReport(Path from, List<Item> items) {
  /** For people. */
  public void print(PrintWriter out, Paper paper) {
    out.println(paper.in(Paper.Ink.STRONG, "Found in " + from));
    for (Map.Entry<String, List<Item>> section : sections().entrySet()) {
      out.println();
      out.println(paper.in(Paper.Ink.STRONG, section.getKey()));
      section.getValue().forEach(item -> line(out, paper, item));
    }
    out.flush();
  }

  /** One line. */
  public static void line(PrintWriter out, Paper paper, Item item) {
    Paper.Ink ink =
        switch (item.fate()) {
          case TAKEN -> Paper.Ink.GOOD;
          case HERE -> Paper.Ink.FAINT;
          case LEFT -> Paper.Ink.WARN;
          case BROKEN -> Paper.Ink.BAD;
        };
    paper.line(
        out,
        "  " + paper.mark(ink) + " " + "%-15s".formatted(item.fate().words()),
        item.what() + (item.why().isEmpty() ? "" : ": " + item.why()));
  }

  /** How many settings, tasks and figures are taken, in words. */
  public String taken() {
    long settings = count("settings");
    long tasks = count("tasks");
    List<String> parts = new ArrayList<>();
    if (settings > 0) {
      parts.add(settings == 1 ? "1 setting" : settings + " settings");
    }
    if (tasks > 0) {
      parts.add(tasks == 1 ? "1 task" : tasks + " tasks");
    }
    if (count("statistics") > 0) {
      parts.add("the delivery statistics");
    }
    return parts.isEmpty() ? "nothing" : String.join(", ", parts);
  }

  /**
   * The same as one JSON object.
   *
   * @param applied whether it was done
   */
  public String json(boolean applied) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("folder", from.toString());
    all.put("applied", applied);
    all.put(
        "items",
        items.stream()
            .map(
                item -> {
                  Map<String, String> row = new LinkedHashMap<>();
                  row.put("section", item.section());
                  row.put("what", item.what());
                  row.put("fate", item.fate().words().replace(' ', '_'));
                  row.put("why", item.why());
                  return row;
                })
            .toList());
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all);
  }

  /** These lines with those that came out otherwise. */
  public TakeoverReport with(List<Item> changed) {
    Map<String, Item> newer =
        changed.stream()
            .collect(
                Collectors.toMap(item -> item.section() + item.what(), item -> item, (a, b) -> b));
    List<Item> merged = new ArrayList<>();
    for (Item item : items) {
      Item fresh = newer.remove(item.section() + item.what());
      merged.add(fresh == null ? item : fresh);
    }
    merged.addAll(newer.values());
    return new TakeoverReport(from, merged);
  }

  private long count(String section) {
    return items.stream()
        .filter(item -> item.section().equals(section) && item.fate() == Item.Fate.TAKEN)
        .count();
  }

  private Map<String, List<Item>> sections() {
    return items.stream()
        .collect(Collectors.groupingBy(Item::section, LinkedHashMap::new, Collectors.toList()));
  }
}
