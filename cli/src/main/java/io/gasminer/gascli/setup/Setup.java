package io.gasminer.gascli.setup;

import io.gasminer.gascli.paper.Paper;
import io.gasminer.miner.config.EnvText;
import io.gasminer.miner.config.Setting;
import io.gasminer.miner.config.Settings;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Owns one setting-up: what is there, the questions, the difference, and the writing.
 *
 * @param environment of this process: it wins over the file, and may hold keys
 */
public record Setup(
    EnvDisk disk,
    Map<String, String> environment,
    Checks checks,
    Paper paper,
    InstantSource clock) {
  /** What a setting-up ended in. */
  public enum End {
    /** The file says what was answered. */
    DONE,
    /** The person left, or did not agree; nothing was written. */
    LEFT,
    /** The answers do not work, or the disk refused; nothing was written. */
    REFUSED
  }

  /** Asks a person. */
  public End ask(Asker asker, HotkeyMaker maker, Optional<String> text) {
    Draft draft = draft(text);
    Desk desk = new Desk(asker, draft, checks, paper);
    asker.say(
        "Five questions, and nothing is written before you agree. Enter takes what stands in [ ];"
            + " Ctrl-C leaves.");
    asker.say(
        "File: " + disk.path() + (text.isPresent() ? " (its values are the defaults)" : " (new)"));
    List<Step> steps =
        List.of(
            new NetworkStep(),
            new WalletStep(maker),
            new ServicesStep(environment),
            new PortStep(),
            new KeepStep());
    for (Step step : steps) {
      if (!step.answered(desk)) {
        return left(asker);
      }
    }
    return agreed(desk, text);
  }

  /** A draft of what stands in the file, or of the template where there is none. */
  Draft draft(Optional<String> text) {
    return new Draft(
        text.map(EnvText::of).orElseGet(EnvText::template),
        disk.path().resolveSibling(""),
        environment);
  }

  /** Shows what would change, asks, and writes. */
  End agreed(Desk desk, Optional<String> text) {
    Asker asker = desk.asker();
    Difference difference = difference(desk.draft());
    asker.say("");
    if (text.isPresent() && difference.lines().isEmpty()) {
      return unchanged(asker);
    }
    show(asker, difference);
    Optional<Boolean> agreed =
        desk.interview()
            .agree(
                new Question.Agree("Write " + disk.path() + "?", difference.problems().isEmpty()));
    return agreed.filter(yes -> yes).isPresent() ? write(asker, desk.draft(), text) : left(asker);
  }

  Difference difference(Draft draft) {
    return new Difference(draft.before(), draft.after(), draft.folder());
  }

  /** Says what changes, and why the miner would not start with it. */
  void show(Asker asker, Difference difference) {
    asker.say(paper.in(Paper.Ink.STRONG, "What changes (keys are not shown):"));
    difference.lines().forEach(line -> asker.say("  " + line));
    for (String problem : difference.problems()) {
      asker.say("  " + paper.mark(Paper.Ink.BAD) + " the miner will not start: " + problem);
    }
  }

  End write(Asker asker, Draft draft, Optional<String> text) {
    Optional<String> odd =
        draft.changes().values().stream().filter(value -> !EnvText.canHold(value)).findFirst();
    if (odd.isPresent()) {
      asker.say("An answer has a line break or both kinds of quotes in it. Nothing was written.");
      return End.REFUSED;
    }
    return switch (disk.write(text, draft.after().text(), clock.instant())) {
      case EnvDisk.Writing.Failed(String reason) -> {
        asker.say(disk.path() + " was not written: " + reason);
        yield End.REFUSED;
      }
      case EnvDisk.Writing.Written(var backup) -> {
        asker.say("Written: " + disk.path() + " (mode 0600)");
        backup.ifPresent(copy -> asker.say("What was there: " + copy));
        overruled(draft, asker);
        yield done(asker);
      }
    };
  }

  /** Says that the file says all of it already. */
  End unchanged(Asker asker) {
    asker.say("Nothing changes: " + disk.path() + " says all of this already.");
    return done(asker);
  }

  private static End left(Asker asker) {
    asker.say("");
    asker.say("Nothing was written.");
    return End.LEFT;
  }

  private static End done(Asker asker) {
    asker.say("");
    asker.say("Next:");
    asker.say("  gascli doctor             look at everything that has to be right");
    asker.say("  gascli generator start    start the miner");
    asker.say("  gascli generator status   see that it works");
    return End.DONE;
  }

  private void overruled(Draft draft, Asker asker) {
    EnvText after = draft.after();
    Set<String> names = new LinkedHashSet<>();
    for (Setting setting : Settings.all()) {
      String here = environment.getOrDefault(setting.name(), "");
      if (!here.isBlank() && !Optional.of(here).equals(after.value(setting))) {
        names.add(setting.name());
      }
    }
    if (!names.isEmpty()) {
      asker.say(
          "Note: this shell sets "
              + String.join(", ", names)
              + " to something else, and that wins over the file.");
    }
  }
}
