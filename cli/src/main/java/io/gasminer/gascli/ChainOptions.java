package io.gasminer.gascli;

import io.gasminer.gascli.chain.ChainSession;
import io.gasminer.miner.config.MinerConfig;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Owns which chain a command asks, and how long it waits for it. */
final class ChainOptions {
  private static final int LONGEST_SECONDS = 3_600;

  @Mixin private Settled settled = new Settled();

  @Option(
      names = {"--endpoint", "--subtensor.chain_endpoint", "--subtensor.network"},
      paramLabel = "URL",
      description =
          "finney, test, local or a websocket address; several with commas between, the first is"
              + " preferred (default: BT_CHAIN_ENDPOINT)")
  private Optional<String> endpoint = Optional.empty();

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "20",
      description = "how long to wait for the chain's answer (default: 20)")
  private int seconds = 20;

  /**
   * Wallet, chain and address in force.
   *
   * @param flags further settings that the command's own flags give
   * @throws ParameterException when a setting is wrong
   */
  MinerConfig.Chain settings(CommandSpec spec, Map<String, String> flags) {
    Map<String, String> all = new LinkedHashMap<>(flags);
    endpoint.ifPresent(value -> all.put("BT_CHAIN_ENDPOINT", value));
    return settled.chain(spec, all);
  }

  /**
   * The connection to the chain, which the caller closes.
   *
   * @throws ParameterException when an endpoint or the time-out is none
   */
  ChainSession open(CommandSpec spec, MinerConfig.Chain settings) {
    if (seconds < 1 || seconds > LONGEST_SECONDS) {
      throw new ParameterException(
          spec.commandLine(), "--timeout: give seconds from 1 to 3600, not " + seconds);
    }
    return ChainSession.open(settings.endpoints(), Duration.ofSeconds(seconds));
  }
}
