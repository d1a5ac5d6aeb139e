package io.gasminer.gascli.takeover;

import io.gasminer.gascli.setup.Difference;
import io.gasminer.miner.config.EnvText;
import io.gasminer.miner.config.Setting;
import io.gasminer.miner.config.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Owns which of the known miner's settings serve here: what this miner's own file says stays.
 *
 * @param known their file
 * @param ours this miner's file, or the template
 */
record SettingsPlan(Places known, Places ours) {
  static final Set<String> WITHOUT_MEANING =
      Set.of("MINER_DEVICE", "MINER_WORKER_THREADS", "MINER_WEBHOOK_MAX_RETRIES");
  private static final Map<String, String> NOTES =
      Map.of(
          "MINER_MAX_CONCURRENT_TASKS", "here it is the number of generations that run at once",
          "MINER_TASK_TIMEOUT", "here it counts from a task's start; waiting does not count",
          "MINER_NO_FORCE_VALIDATOR_PERMIT", "the same: signers below the stake minimum may call");
  private static final int LONGEST_NAME = 60;

  /** What came of it: what to change in this miner's file, and the words on every line. */
  record Outcome(Map<String, String> changes, List<Item> items) {}

  Outcome outcome() {
    Map<String, String> wanted = new LinkedHashMap<>();
    List<Item> items = new ArrayList<>();
    known.env().problems().forEach(problem -> items.add(item("a line", Item.Fate.BROKEN, problem)));
    for (Map.Entry<String, String> line : known.env().values().entrySet()) {
      Optional<Setting> setting = Settings.named(line.getKey());
      if (setting.isEmpty()) {
        items.add(item(shortened(line.getKey()), Item.Fate.LEFT, "no setting of this miner"));
      } else if (!line.getValue().isBlank()
          && !isOlderNameOfAnother(line.getKey(), setting.get())) {
        judge(line.getKey(), setting.get(), wanted, items);
      }
    }
    unusable(wanted, items);
    wanted.forEach((name, value) -> items.add(taken(name, value)));
    return new Outcome(wanted, items);
  }

  // The newer name counts where both are there.
  private boolean isOlderNameOfAnother(String key, Setting setting) {
    return !key.equals(setting.name())
        && !known.env().values().getOrDefault(setting.name(), "").isBlank();
  }

  private void judge(String key, Setting setting, Map<String, String> wanted, List<Item> items) {
    String value = meaning(setting, known.value(setting.name()));
    Optional<String> here = ours.given(setting.name());
    if (WITHOUT_MEANING.contains(setting.name())) {
      items.add(item(key, Item.Fate.LEFT, setting.meaning()));
    } else if (here.equals(Optional.of(value))) {
      items.add(item(shown(setting, value), Item.Fate.HERE, ""));
    } else if (here.isPresent()) {
      items.add(
          item(
              shown(setting, value),
              Item.Fate.LEFT,
              "this miner's file has "
                  + (setting.secret() ? "another one" : here.get())
                  + ", which stays"));
    } else if (value.equals(setting.standard())) {
      items.add(item(shown(setting, value), Item.Fate.HERE, "it is the default"));
    } else if (!EnvText.canHold(value)) {
      items.add(item(key, Item.Fate.BROKEN, "its value cannot be written in one line"));
    } else {
      wanted.put(setting.name(), value);
    }
  }

  // A wallet that was found from the other folder has to be found from here.
  private String meaning(Setting setting, String value) {
    boolean relative = !value.startsWith("/") && !value.startsWith("~");
    return setting.name().equals("BT_WALLET_PATH") && relative
        ? known.folder().resolve(value).normalize().toString()
        : value;
  }

  /** Takes out what this miner would not start with, each with the loader's own words. */
  private void unusable(Map<String, String> wanted, List<Item> items) {
    for (Map.Entry<String, String> one : List.copyOf(wanted.entrySet())) {
      Map<String, String> without = new LinkedHashMap<>(wanted);
      without.remove(one.getKey());
      List<String> with = new ArrayList<>(problems(wanted));
      List<String> less = problems(without);
      if (with.containsAll(less) && with.size() > less.size()) {
        with.removeAll(less);
        wanted.remove(one.getKey());
        Setting setting = Settings.named(one.getKey()).orElseThrow();
        items.add(item(shown(setting, one.getValue()), Item.Fate.LEFT, String.join("; ", with)));
      }
    }
  }

  private List<String> problems(Map<String, String> changes) {
    return new Difference(ours.env(), ours.env().with(changes), ours.folder()).problems();
  }

  private Item taken(String name, String value) {
    Setting setting = Settings.named(name).orElseThrow();
    String why = NOTES.getOrDefault(name, "");
    if (!known.env().values().containsKey(name)) {
      why = "it was there under an older name, " + String.join(", ", setting.aliases());
    }
    if (Set.of("MINER_OUTPUT_DIR", "MINER_STATE_DIR").contains(name)
        && !value.startsWith("/")
        && !value.startsWith("~")
        && !known.folder().equals(ours.folder())) {
      why = "it starts from the folder of the file, so it is " + place(value) + " from now on";
    }
    return item(shown(setting, value), Item.Fate.TAKEN, why);
  }

  private Path place(String value) {
    return ours.folder().resolve(value).normalize();
  }

  private static String shown(Setting setting, String value) {
    String visible = value.replaceAll("\\p{Cntrl}", "?");
    return setting.name()
        + "="
        + (setting.secret()
            ? "•••"
            : visible.replaceAll("(?i)(wss?://[^/,\\s]+)/[^,\\s]+", "$1/•••"));
  }

  private static String shortened(String key) {
    String line = key.replaceAll("\\p{Cntrl}", "?");
    return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME) + "…";
  }

  private static Item item(String what, Item.Fate fate, String why) {
    return new Item("settings", what, fate, why);
  }
}
