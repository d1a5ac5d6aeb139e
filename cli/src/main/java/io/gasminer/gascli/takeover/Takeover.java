package io.gasminer.gascli.takeover;

import io.gasminer.gascli.setup.EnvDisk;
import io.gasminer.miner.config.EnvText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Owns the planning of a take-over; it changes nothing.
 *
 * @param disk this miner's file of settings
 * @param text what stands in it, if it is there
 * @param pm2 the folder of PM2
 * @param zone in which the known miner's figures tell the time
 */
public record Takeover(
    Installation known,
    EnvDisk disk,
    Optional<String> text,
    Path pm2,
    ZoneId zone,
    InstantSource clock) {
  private static final Duration FIGURES_KEPT = Duration.ofDays(7);

  /** What would be done. */
  public Plan.Making plan() {
    Places ours =
        new Places(
            text.map(EnvText::of).orElseGet(EnvText::template),
            disk.path().toAbsolutePath().normalize().resolveSibling(""));
    List<Item> items = new ArrayList<>();
    Map<String, String> changes = settings(ours, items);
    Places after = new Places(ours.env().with(changes), ours.folder());
    Optional<String> running = RunningMiners.ours(after.state());
    if (running.isPresent()) {
      return new Plan.Making.Refused(running.get());
    }
    TasksFound.Outcome tasks =
        new TasksFound(
                new TaskPlan(clock.instant(), known.places().output()), after, obstacle(after))
            .look(known.taskFiles());
    items.addAll(tasks.items());
    Optional<Plan.Figures> figures = figures(after, items);
    KeptMedia.in(known.places().output(), after.output()).ifPresent(items::add);
    return new Plan.Making.Made(new Plan(items, changes, tasks.taken(), figures, after));
  }

  private Map<String, String> settings(Places ours, List<Item> items) {
    if (known.file().isEmpty()) {
      return Map.of();
    }
    if (isSame(known.file().get(), disk.path())) {
      items.addAll(new OwnFile(ours).items(disk.path()));
      return Map.of();
    }
    SettingsPlan.Outcome outcome = new SettingsPlan(known.places(), ours).outcome();
    items.addAll(outcome.items());
    return outcome.changes();
  }

  private Optional<String> obstacle(Places after) {
    Optional<String> running = new RunningMiners(pm2).known(known.places().port());
    if (running.isPresent()) {
      return Optional.of(
          "the known miner seems to run ("
              + running.get()
              + ") and would make it too; stop it, and do this again");
    }
    return known.file().isPresent() && !isSame(known.places().hotkey(), after.hotkey())
        ? Optional.of("this miner signs with another hotkey, which no validator asked")
        : Optional.empty();
  }

  private Optional<Plan.Figures> figures(Places after, List<Item> items) {
    if (!Files.exists(known.stats())) {
      return Optional.empty();
    }
    String name = known.stats().toString();
    switch (new KnownStats(zone).read(known.stats())) {
      case KnownStats.Reading.Broken(String why) ->
          items.add(new Item("statistics", name, Item.Fate.BROKEN, why));
      case KnownStats.Reading.Read(var at, var receivers) -> {
        String what = receivers.size() + " receivers, of " + at;
        if (Files.exists(after.state().resolve("webhook_stats.json"))) {
          items.add(
              new Item("statistics", what, Item.Fate.LEFT, "this miner has figures of its own"));
        } else if (at.isBefore(clock.instant().minus(FIGURES_KEPT))
            || at.isAfter(clock.instant().plus(Duration.ofDays(1)))) {
          items.add(
              new Item("statistics", what, Item.Fate.LEFT, "figures are kept for seven days"));
        } else {
          items.add(new Item("statistics", what, Item.Fate.TAKEN, "as the figures of that day"));
          return Optional.of(new Plan.Figures(at, receivers));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException missing) {
      return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }
  }
}
