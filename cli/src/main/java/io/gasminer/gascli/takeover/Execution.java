package io.gasminer.gascli.takeover;

import io.gasminer.gascli.setup.EnvDisk;
import io.gasminer.miner.config.EnvText;
import io.gasminer.miner.delivery.WebhookStats;
import io.gasminer.miner.delivery.WebhookStatsFile;
import io.gasminer.miner.events.MinerEvents;
import io.gasminer.miner.events.StatsEvents;
import io.gasminer.miner.store.SqlTaskStore;
import io.gasminer.miner.store.StoreOpening;
import io.gasminer.miner.store.Stores;
import io.gasminer.miner.task.AcceptOutcome;
import io.gasminer.miner.task.Media;
import io.gasminer.miner.task.SeenRequest;
import io.gasminer.miner.task.StoreUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Owns the carrying out of a plan: first the tasks, which have two hours, then the figures, then
 * the settings. Each is done whole or not at all, and doing it all again does nothing twice.
 */
public record Execution(Takeover takeover, Plan plan) {
  private static final Duration REMEMBERED = Duration.ofHours(26);

  /** What it ended in. */
  public sealed interface End {
    /**
     * It is done.
     *
     * @param changed lines that came out otherwise than planned
     * @param backup of this miner's file of settings
     */
    record Done(List<Item> changed, Optional<Path> backup) implements End {}

    /** The disk, the state folder or the database refuse. */
    record Refused(String why, boolean againMayHelp) implements End {}
  }

  /** Does it. */
  public End run() {
    List<Item> changed = new ArrayList<>();
    Optional<End> refused = plan.tasks().isEmpty() ? Optional.empty() : tasks(changed);
    if (refused.isPresent()) {
      return refused.get();
    }
    plan.figures().flatMap(this::figures).ifPresent(changed::add);
    if (plan.changes().isEmpty()) {
      return new End.Done(changed, Optional.empty());
    }
    EnvText before = takeover.text().map(EnvText::of).orElseGet(EnvText::template);
    return switch (takeover
        .disk()
        .write(takeover.text(), before.with(plan.changes()).text(), takeover.clock().instant())) {
      case EnvDisk.Writing.Failed(String reason) -> new End.Refused(reason, false);
      case EnvDisk.Writing.Written(Optional<Path> backup) -> new End.Done(changed, backup);
    };
  }

  private Optional<End> tasks(List<Item> changed) {
    return switch (Stores.open(
        plan.after().given("MINER_DATABASE_URL"), plan.after().state(), Integer.MAX_VALUE)) {
      case StoreOpening.Refused(String reason) -> Optional.of(new End.Refused(reason, false));
      case StoreOpening.Unavailable(String reason) -> Optional.of(new End.Refused(reason, true));
      case StoreOpening.Opened(SqlTaskStore store) -> {
        try (store) {
          for (Path file : plan.tasks()) {
            task(store, file).ifPresent(changed::add);
          }
          yield Optional.empty();
        } catch (StoreUnavailable failed) {
          yield Optional.of(new End.Refused(String.valueOf(failed.getMessage()), true));
        }
      }
    };
  }

  /** Takes one, read anew: what is in memory while all are planned is small. */
  private Optional<Item> task(SqlTaskStore store, Path file) {
    String name = String.valueOf(file.getFileName());
    if (!(TaskFile.read(file) instanceof TaskFile.Reading.Read(KnownTask known))) {
      return Optional.of(TasksFound.item(name, Item.Fate.LEFT, "it has changed meanwhile"));
    }
    Instant now = takeover.clock().instant();
    TaskPlan rules = new TaskPlan(now, takeover.known().places().output());
    if (!(rules.of(known) instanceof TaskPlan.Decision.Take take)) {
      return Optional.of(
          TasksFound.item(known.id().toString(), Item.Fate.LEFT, "its time is over"));
    }
    if (store.find(known.id()).isPresent()) {
      return Optional.of(TasksFound.item(known.id().toString(), Item.Fate.HERE, ""));
    }
    if (take.media().isPresent()) {
      Optional<Media> media = take.media().get().media(known.modality());
      if (media.isEmpty()) {
        return Optional.of(
            TasksFound.item(known.id().toString(), Item.Fate.LEFT, "what was made is gone"));
      }
      // Before the task: a begun one without them would be made anew.
      store.storeMedia(known.id(), media.get());
    }
    SeenRequest request = new SeenRequest("imported:" + known.id(), now.plus(REMEMBERED));
    return store.adopt(take.task(), request) instanceof AcceptOutcome.Accepted
        ? Optional.empty()
        : Optional.of(
            TasksFound.item(
                known.id().toString(), Item.Fate.LEFT, "it was taken over once before"));
  }

  private Optional<Item> figures(Plan.Figures figures) {
    InstantSource then = InstantSource.fixed(figures.at().atOffset(ZoneOffset.UTC).toInstant());
    WebhookStatsFile file =
        new WebhookStatsFile(
            plan.after().state(), new WebhookStats(), then, new MinerEvents(), new StatsEvents());
    try {
      return file.adopt(figures.receivers())
          ? Optional.empty()
          : Optional.of(
              new Item("statistics", "figures", Item.Fate.LEFT, "this miner has its own by now"));
    } catch (IOException refused) {
      return Optional.of(
          new Item("statistics", "figures", Item.Fate.LEFT, "the disk refuses: " + refused));
    }
  }
}
