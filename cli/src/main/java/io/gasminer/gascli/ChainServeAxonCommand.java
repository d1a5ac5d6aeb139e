package io.gasminer.gascli;

import io.gasminer.bittensor.chain.Answer;
import io.gasminer.bittensor.chain.Axon;
import io.gasminer.bittensor.chain.ServeOutcome;
import io.gasminer.bittensor.wallet.Hotkey;
import io.gasminer.gascli.chain.AxonFlags;
import io.gasminer.gascli.chain.ChainSession;
import io.gasminer.gascli.chain.ServeWords;
import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.wallet.HotkeyLoading;
import io.gasminer.miner.wallet.Prompt;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tells the chain where the miner can be reached, unless it says so already. */
@Command(
    name = "serve-axon",
    description = {
      "Announce the address at which validators reach the miner",
      "",
      "The hotkey signs; announcing costs nothing. Ends with 0 when the chain says it now (or said"
          + " it before), 1 when trying again later may help, 2 when it will not: a setting, the"
          + " hotkey, or no registration."
    },
    footer = {"", "Examples:", "  gascli chain serve-axon"},
    mixinStandardHelpOptions = true)
final class ChainServeAxonCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ChainOptions options = new ChainOptions();
  @Mixin private AxonFlags axon = new AxonFlags();

  @Option(names = "--netuid", paramLabel = "N", description = "the subnet (default: BT_NETUID)")
  private Optional<Integer> netuid = Optional.empty();

  @Option(
      names = {"--name", "--wallet.name", "--wallet-name"},
      paramLabel = "NAME",
      description = "the wallet (default: BT_WALLET_NAME)")
  private Optional<String> wallet = Optional.empty();

  @Option(
      names = {"--hotkey", "--wallet.hotkey", "--wallet-hotkey"},
      paramLabel = "NAME",
      description = "the hotkey in it (default: BT_WALLET_HOTKEY)")
  private Optional<String> hotkey = Optional.empty();

  @Option(names = "--dry-run", description = "say what would be done, and send nothing")
  private boolean dryRun;

  @Option(
      names = {"-y", "--yes"},
      description = "do not ask before sending")
  private boolean yes;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      defaultValue = "180",
      description = "how long to wait until the announcement is final (default: 180)")
  private int patience = 180;

  @Override
  public Integer call() {
    Map<String, String> flags = new LinkedHashMap<>();
    netuid.ifPresent(number -> flags.put("BT_NETUID", number.toString()));
    wallet.ifPresent(name -> flags.put("BT_WALLET_NAME", name));
    hotkey.ifPresent(name -> flags.put("BT_WALLET_HOTKEY", name));
    MinerConfig.Chain settings = options.settings(spec, flags);
    Axon wanted =
        switch (axon.wanted(settings)) {
          case AxonFlags.Wanted.Known(Axon info) -> info;
          case AxonFlags.Wanted.Unusable(String problem) ->
              throw new ParameterException(spec.commandLine(), problem);
        };
    List<String> problems = new ArrayList<>();
    PrintWriter err = spec.commandLine().getErr();
    Optional<Hotkey> signer =
        new HotkeyLoading(
                settings.wallet(), Prompt.terminal(), note -> err.println("Note: " + note))
            .load(problems);
    if (signer.isEmpty()) {
      problems.forEach(problem -> err.println("Error: " + problem));
      return GasCli.WRONG_USE;
    }
    try (ChainSession session = options.open(spec, settings)) {
      return serve(session, settings, wanted, signer.get());
    }
  }

  private int serve(ChainSession session, MinerConfig.Chain settings, Axon wanted, Hotkey signer) {
    PrintWriter out = spec.commandLine().getOut();
    ServeWords words = new ServeWords(settings, wanted);
    Answer<Optional<Axon>> announced =
        session.ask(chain -> chain.axon(settings.netuid(), signer.address()));
    announced.found().ifPresent(axonNow -> out.println(words.before(axonNow, signer.address())));
    Answer<Optional<ServeOutcome>> rehearsed =
        announced.then(
            _ -> session.ask(chain -> chain.rehearseServeAxon(settings.netuid(), wanted, signer)));
    return switch (rehearsed) {
      case Answer.Unavailable<Optional<ServeOutcome>>(String reason) -> {
        spec.commandLine().getErr().println("Error: " + reason);
        yield GasCli.AGAIN;
      }
      case Answer.Got<Optional<ServeOutcome>>(Optional<ServeOutcome> known) ->
          known
              .map(outcome -> told(words, outcome))
              .orElseGet(() -> send(session, settings, words, signer));
    };
  }

  private int send(
      ChainSession session, MinerConfig.Chain settings, ServeWords words, Hotkey signer) {
    PrintWriter out = spec.commandLine().getOut();
    if (dryRun) {
      out.println("Nothing was sent (--dry-run): " + words.wouldSend());
      return 0;
    }
    if (!yes && !agreed(words)) {
      spec.commandLine()
          .getErr()
          .println("Error: nothing was sent, because nobody agreed. Next step: add --yes");
      return GasCli.WRONG_USE;
    }
    out.println("Sent; waiting until it is final (at most " + patience + " s) …");
    out.flush();
    return told(
        words,
        session
            .chain()
            .serveAxon(settings.netuid(), words.wanted(), signer, Duration.ofSeconds(patience)));
  }

  private boolean agreed(ServeWords words) {
    return Prompt.console()
        .flatMap(terminal -> Optional.ofNullable(terminal.readLine("%s [y/N] ", words.question())))
        .filter(answer -> answer.strip().matches("(?i)y(es)?"))
        .isPresent();
  }

  private int told(ServeWords words, ServeOutcome outcome) {
    boolean done =
        outcome instanceof ServeOutcome.Served || outcome instanceof ServeOutcome.Unchanged;
    PrintWriter to = done ? spec.commandLine().getOut() : spec.commandLine().getErr();
    to.println((done ? "" : "Error: ") + words.of(outcome));
    return switch (outcome) {
      case ServeOutcome.Served _, ServeOutcome.Unchanged _ -> 0;
      case ServeOutcome.NotRegistered _ -> GasCli.WRONG_USE;
      case ServeOutcome.TooSoon _, ServeOutcome.Refused _, ServeOutcome.Uncertain _ -> GasCli.AGAIN;
    };
  }
}
