package io.gasminer.gascli;

import io.gasminer.gascli.paper.Lines;
import io.gasminer.gascli.tasks.Hotkeys;
import io.gasminer.gascli.tasks.Times;
import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.store.ArchiveOpening;
import io.gasminer.miner.store.Archives;
import io.gasminer.miner.task.StoreUnavailable;
import io.gasminer.miner.task.TaskArchive;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Owns what the commands on tasks share: where the store is, in which zone times are told. */
final class TasksOptions {
  @Mixin private Settled settled = new Settled();

  @Option(names = "--utc", description = "tell times in UTC (default: the zone of this machine)")
  private boolean utc;

  @Option(names = "--json", description = "print one JSON object, times as ISO 8601")
  private boolean json;

  /** What a command does with the store. */
  interface Look {
    int at(TaskArchive archive) throws InterruptedException;
  }

  boolean json() {
    return json;
  }

  Times times() {
    return new Times(
        utc ? ZoneOffset.UTC : ZoneId.systemDefault(), InstantSource.system().instant());
  }

  /** Where the miner keeps its tasks. */
  MinerConfig.Storage storage(CommandSpec spec) {
    List<String> problems = new ArrayList<>();
    MinerConfig.Storage storage = settled.storage(spec, SettingFlags.given(spec), problems);
    if (!problems.isEmpty()) {
      throw new ParameterException(spec.commandLine(), String.join("; ", problems));
    }
    return storage;
  }

  /** The validators' uids, as the miner last knew them. */
  Hotkeys hotkeys(CommandSpec spec) {
    Map<String, String> flags = SettingFlags.given(spec);
    MinerConfig.Chain chain = settled.chain(spec, flags, new ArrayList<>());
    List<Path> files = new ArrayList<>();
    chain.metagraphFile().ifPresent(files::add);
    files.add(storage(spec).stateDir().resolve("metagraph-" + chain.netuid() + ".json"));
    return Hotkeys.of(files, InstantSource.system().instant());
  }

  /** Opens the store for reading, looks, and closes it; says why where it cannot. */
  int look(CommandSpec spec, Look look) throws InterruptedException {
    MinerConfig.Storage storage = storage(spec);
    return switch (Archives.open(storage.databaseUrl(), storage.stateDir())) {
      case ArchiveOpening.Nothing(String why) -> fail(spec, "There are no tasks: " + why);
      case ArchiveOpening.Unavailable(String why) -> fail(spec, "The tasks cannot be read: " + why);
      case ArchiveOpening.Opened(TaskArchive archive) -> {
        try (archive) {
          yield look.at(archive);
        } catch (StoreUnavailable away) {
          yield fail(spec, "The tasks cannot be read now: " + away.getMessage() + ". Try again.");
        }
      }
    };
  }

  static int fail(CommandSpec spec, String text) {
    spec.commandLine().getErr().println(Lines.printable(text));
    return GasCli.AGAIN;
  }
}
