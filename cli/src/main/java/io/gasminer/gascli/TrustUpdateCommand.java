package io.gasminer.gascli;

import io.gasminer.gascli.trust.KeptLists;
import io.gasminer.gascli.trust.ListFetch;
import io.gasminer.gascli.trust.ListUpdate;
import io.gasminer.gascli.trust.OfficialList;
import io.gasminer.miner.wallet.Prompt;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Brings the official trust lists up to date. */
@Command(
    name = "update",
    description = {
      "Fetch the official C2PA trust lists, show what changed, and use them for '--trust c2pa'",
      "",
      "What validators trust (sn34) stays as it is: it changes with their version alone. Nobody to"
          + " ask and no --yes means a dry run. Ends with 1 when nothing could be taken."
    },
    footer = {"", "Examples:", "  gascli trust update", "  gascli trust update --yes"},
    mixinStandardHelpOptions = true)
final class TrustUpdateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--from",
      paramLabel = "FILE|URL",
      description = "take the list of signers from this PEM file or https address")
  private Optional<String> signers = Optional.empty();

  @Option(
      names = "--tsa-from",
      paramLabel = "FILE|URL",
      description = "take the list of time-stamping authorities from there")
  private Optional<String> authorities = Optional.empty();

  @Option(names = "--yes", description = "do not ask")
  private boolean yes;

  @Option(names = "--undo", description = "bring the lists before the last update back")
  private boolean undo;

  @Override
  public Integer call() {
    KeptLists kept = KeptLists.ofThisUser();
    if (undo) {
      return undo(kept);
    }
    ListUpdate update =
        new ListUpdate(
            kept,
            ListFetch.overTheInternet(),
            InstantSource.system(),
            spec.commandLine().getOut(),
            asking());
    Optional<String> problem = update.update(sources());
    problem.ifPresent(text -> spec.commandLine().getErr().println("Error: " + text));
    return problem.isPresent() ? 1 : 0;
  }

  private Map<OfficialList, String> sources() {
    Map<OfficialList, String> sources = new EnumMap<>(OfficialList.class);
    signers.ifPresent(from -> sources.put(OfficialList.C2PA, from));
    authorities.ifPresent(from -> sources.put(OfficialList.C2PA_TIME, from));
    if (sources.isEmpty()) {
      for (OfficialList list : OfficialList.values()) {
        sources.put(list, list.address());
      }
    }
    return sources;
  }

  private Optional<BooleanSupplier> asking() {
    if (yes) {
      return Optional.of(() -> true);
    }
    return Prompt.console()
        .map(
            console ->
                () -> {
                  String answer = console.readLine("Use these lists from now on? [y/N] ");
                  return answer != null && answer.strip().matches("(?i)y(es)?");
                });
  }

  private int undo(KeptLists kept) {
    PrintWriter out = spec.commandLine().getOut();
    try {
      switch (kept.undo()) {
        case PREVIOUS -> out.println("The lists before the last update are in force again.");
        case BUILT_IN -> out.println("The lists that come with the miner are in force again.");
        case NOTHING ->
            out.println("There was no update: the lists that come with the miner are in force.");
      }
      return 0;
    } catch (IOException notWritable) {
      spec.commandLine()
          .getErr()
          .println("Error: " + kept.file() + " cannot be replaced (" + notWritable + ").");
      return 1;
    }
  }
}
