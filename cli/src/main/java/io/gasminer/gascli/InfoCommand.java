package io.gasminer.gascli;

import io.gasminer.miner.config.ConfigLoader;
import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.config.Setting;
import io.gasminer.miner.config.Settings;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Shows the configuration in force, where each value comes from, and which keys there are. */
@Command(
    name = "info",
    description = "Show generative miner information and configuration",
    footer = {
      "",
      "Examples:",
      "  gascli generator info",
      "  gascli generator info --json",
      "  gascli generator info --env-file other.env --netuid 379"
    },
    mixinStandardHelpOptions = true)
final class InfoCommand implements Callable<Integer>, Settled.Taking {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Settled settled = new Settled();

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    return switch (settled.load(spec)) {
      case ConfigLoader.Outcome.Loaded(MinerConfig config) -> {
        List<String> notes = new ArrayList<>(config.notes());
        settled.looseMode().ifPresent(notes::add);
        show(out, config.values(), List.of(), notes);
        yield 0;
      }
      case ConfigLoader.Outcome.Problems(var problems, var values) -> {
        show(out, values, problems, List.of());
        yield GasCli.WRONG_USE;
      }
    };
  }

  private void show(
      PrintWriter out,
      Map<String, MinerConfig.Origin> values,
      List<String> problems,
      List<String> notes) {
    if (json) {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("file", settled.path().toString());
      all.put("settings", values);
      all.put("problems", problems);
      all.put("notes", notes);
      out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all));
      return;
    }
    out.println("=== Generative Miner Configuration ===");
    headline(out, "Wallet Name", values, "BT_WALLET_NAME");
    headline(out, "Wallet Hotkey", values, "BT_WALLET_HOTKEY");
    headline(out, "Network", values, "BT_CHAIN_ENDPOINT");
    headline(out, "NetUID", values, "BT_NETUID");
    headline(out, "Axon Port", values, "BT_AXON_PORT");
    headline(out, "Output Directory", values, "MINER_OUTPUT_DIR");
    headline(out, "Max Concurrent Tasks", values, "MINER_MAX_CONCURRENT_TASKS");
    out.println();
    out.println("=== API Keys Status ===");
    rows(out, values, true);
    out.println();
    out.println("=== All settings (file: " + settled.path() + ") ===");
    rows(out, values, false);
    section(out, "=== Notes ===", notes);
    section(out, "=== Problems: the miner will not start ===", problems);
  }

  private static void headline(
      PrintWriter out, String label, Map<String, MinerConfig.Origin> values, String name) {
    MinerConfig.Origin origin = values.get(name);
    String shown = origin == null || origin.shown().isBlank() ? "(not set)" : origin.shown();
    out.println(label + ": " + shown);
  }

  private static void rows(
      PrintWriter out, Map<String, MinerConfig.Origin> values, boolean secrets) {
    List<Setting> settings =
        Settings.all().stream().filter(setting -> setting.secret() == secrets).toList();
    int width = settings.stream().mapToInt(setting -> setting.name().length()).max().orElse(0);
    for (Setting setting : settings) {
      MinerConfig.Origin origin = values.get(setting.name());
      if (origin != null) {
        String from = origin.source().equals("default") ? "" : "  [" + origin.source() + "]";
        out.println(
            "  %%-%ds  %%s%%s".formatted(width).formatted(setting.name(), origin.shown(), from));
      }
    }
  }

  private static void section(PrintWriter out, String heading, List<String> lines) {
    if (!lines.isEmpty()) {
      out.println();
      out.println(heading);
      lines.forEach(line -> out.println("  - " + line));
    }
  }
}
