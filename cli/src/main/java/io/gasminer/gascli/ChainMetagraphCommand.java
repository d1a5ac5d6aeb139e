package io.gasminer.gascli;

import io.gasminer.bittensor.chain.Answer;
import io.gasminer.bittensor.chain.Metagraph;
import io.gasminer.bittensor.chain.Subtensor;
import io.gasminer.gascli.chain.ChainSession;
import io.gasminer.gascli.chain.MetagraphJson;
import io.gasminer.gascli.chain.MetagraphTable;
import io.gasminer.gascli.chain.NeuronOrder;
import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.wallet.Prompt;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Shows the neurons of the subnet. */
@Command(
    name = "metagraph",
    description = {
      "Show every neuron of the subnet: who it is, what it holds, where it is reached",
      "",
      "--json prints what BT_METAGRAPH_FILE takes, so a file of it serves while no node can be"
          + " reached. A * marks the hotkey of this miner."
    },
    footer = {
      "",
      "Examples:",
      "  gascli chain metagraph",
      "  gascli chain metagraph --json > metagraph.json"
    },
    mixinStandardHelpOptions = true)
final class ChainMetagraphCommand implements Callable<Integer> {
  private static final int NO_LIMIT = Integer.MAX_VALUE;

  /** Owns the reading of {@code --sort}. */
  static final class Order implements ITypeConverter<NeuronOrder> {
    @Override
    public NeuronOrder convert(String name) {
      return Stream.of(NeuronOrder.values())
          .filter(order -> order.name().toLowerCase(Locale.ROOT).equals(name))
          .findFirst()
          .orElseThrow(
              () -> new TypeConversionException("'" + name + "' is none of uid, stake, incentive"));
    }
  }

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ChainOptions options = new ChainOptions();

  @Option(
      names = "--netuid",
      paramLabel = "N",
      description = "the subnet (default: BT_NETUID, else 34 on mainnet and 379 on testnet)")
  private Optional<Integer> netuid = Optional.empty();

  @Option(names = "--validators", description = "only those whose stake lets them call the miner")
  private boolean validators;

  @Option(
      names = "--sort",
      paramLabel = "COLUMN",
      defaultValue = "uid",
      converter = Order.class,
      description = "uid, stake or incentive; the greatest stake or incentive first (default: uid)")
  private NeuronOrder order = NeuronOrder.UID;

  @Option(
      names = "--width",
      paramLabel = "COLUMNS",
      description = "how wide the table may be (default: the terminal; a file gets all of it)")
  private Optional<Integer> width = Optional.empty();

  @Option(names = "--json", description = "print one JSON object, hotkeys and stakes in full")
  private boolean json;

  @Override
  public Integer call() {
    Map<String, String> flags = new LinkedHashMap<>();
    netuid.ifPresent(number -> flags.put("BT_NETUID", number.toString()));
    MinerConfig.Chain settings = options.settings(spec, flags);
    try (ChainSession session = options.open(spec, settings)) {
      return switch (session.ask(chain -> metagraph(chain, settings.netuid()))) {
        case Answer.Unavailable<Metagraph>(String reason) -> {
          spec.commandLine().getErr().println("Error: " + reason);
          yield GasCli.AGAIN;
        }
        case Answer.Got<Metagraph>(Metagraph metagraph) -> {
          spec.commandLine().getOut().println(shown(metagraph, settings));
          yield 0;
        }
      };
    }
  }

  // A file of JSON may decide who calls the miner; a table is looked at.
  private Answer<Metagraph> metagraph(Subtensor chain, int netuid) {
    return json ? chain.confirmedMetagraph(netuid) : chain.metagraph(netuid);
  }

  private String shown(Metagraph metagraph, MinerConfig.Chain settings) {
    MetagraphTable table =
        new MetagraphTable(metagraph, order, validators, OwnHotkey.address(settings.wallet()));
    return json ? MetagraphJson.of(table) : table.text(width.orElseGet(this::terminalWidth));
  }

  private int terminalWidth() {
    return Prompt.console().map(_ -> spec.usageMessage().width()).orElse(NO_LIMIT);
  }
}
