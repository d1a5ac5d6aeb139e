package io.gasminer.gascli.takeover;

import io.gasminer.gascli.setup.Difference;
import io.gasminer.miner.config.Setting;
import io.gasminer.miner.config.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Owns what is said of a file that both miners read: what in it means nothing, or stops this one.
 */
record OwnFile(Places places) {
  List<Item> items(Path file) {
    List<Item> items = new ArrayList<>();
    items.add(item(file.toString(), Item.Fate.HERE, "it is this miner's own file"));
    for (String key : places.env().values().keySet()) {
      Optional<Setting> setting = Settings.named(key);
      setting
          .filter(row -> SettingsPlan.WITHOUT_MEANING.contains(row.name()))
          .ifPresent(row -> items.add(item(key, Item.Fate.LEFT, row.meaning())));
      setting
          .filter(row -> !row.name().equals(key))
          .ifPresent(row -> items.add(item(key, Item.Fate.HERE, "an older name of " + row.name())));
    }
    new Difference(places.env(), places.env(), places.folder())
        .problems()
        .forEach(
            problem ->
                items.add(item("the miner will not start with it", Item.Fate.BROKEN, problem)));
    return items;
  }

  private static Item item(String what, Item.Fate fate, String why) {
    return new Item("settings", what, fate, why);
  }
}
