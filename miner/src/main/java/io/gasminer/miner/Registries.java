package io.gasminer.miner;

import io.gasminer.bittensor.chain.RuntimeFolder;
import io.gasminer.bittensor.rpc.Endpoint;
import io.gasminer.bittensor.rpc.Node;
import io.gasminer.bittensor.rpc.NodeSettings;
import io.gasminer.bittensor.rpc.Surroundings;
import io.gasminer.bittensor.wallet.Hotkey;
import io.gasminer.miner.chain.ChainView;
import io.gasminer.miner.chain.MetagraphFile;
import io.gasminer.miner.chain.RefreshRhythm;
import io.gasminer.miner.chain.Registration;
import io.gasminer.miner.chain.RegistryStart;
import io.gasminer.miner.chain.SubtensorView;
import io.gasminer.miner.chain.ValidatorRegistry;
import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.events.ChainEvents;
import io.gasminer.miner.events.ConnectionEvents;
import io.gasminer.miner.events.MinerEvents;
import io.gasminer.miner.task.Pause;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Owns where the validators come from: the chain, or a file that stands for it. */
final class Registries {
  private Registries() {}

  /** What opening ended in. */
  sealed interface Outcome {
    /**
     * The validators are known.
     *
     * @param chain empty where a file stands for it
     */
    record Opened(ValidatorRegistry registry, Optional<ChainView> chain) implements Outcome {}

    /** The miner does not start. */
    record Refused(String problem, int exitCode) implements Outcome {}
  }

  /** What is taken from the process. */
  record Around(InstantSource clock, Pause pause, RandomGenerator random) {}

  static Outcome open(
      MinerConfig config,
      Hotkey hotkey,
      Around around,
      MinerEvents events,
      ChainEvents chainEvents) {
    return config
        .chain()
        .metagraphFile()
        .map(file -> fromFile(file, around, events))
        .orElseGet(() -> fromChain(config, hotkey, around, chainEvents));
  }

  private static Outcome fromChain(
      MinerConfig config, Hotkey hotkey, Around around, ChainEvents events) {
    MinerConfig.Chain chain = config.chain();
    List<String> endpoints = chain.endpoints().stream().map(Endpoint::label).toList();
    RuntimeFolder kept =
        RuntimeFolder.at(config.storage().stateDir().resolve("runtimes"), around.clock());
    SubtensorView view =
        SubtensorView.over(
            Node.open(
                chain.endpoints(),
                NodeSettings.usual(),
                Surroundings.real(),
                new ConnectionEvents(around.clock())),
            chain.netuid(),
            hotkey,
            kept);
    RegistryStart start =
        new RegistryStart(
            view,
            new Registration(
                hotkey.address(),
                chain.netuid(),
                endpoints.getFirst(),
                String.valueOf(chain.wallet().folder().path().getFileName()),
                chain.wallet().hotkey()),
            config.storage().stateDir(),
            endpoints,
            around.clock(),
            around.pause(),
            events);
    return switch (start.look(RefreshRhythm.usual(around.random()))) {
      case RegistryStart.Outcome.Filled(ValidatorRegistry registry) ->
          new Outcome.Opened(registry, Optional.of(view));
      case RegistryStart.Outcome.NotRegistered(String reason) ->
          refused(view, reason, Miner.RESTART_WILL_NOT_HELP);
      case RegistryStart.Outcome.Unknown(String reason) ->
          refused(view, reason, Miner.RESTART_MAY_HELP);
    };
  }

  private static Outcome refused(ChainView view, String reason, int exitCode) {
    view.close();
    return new Outcome.Refused(reason, exitCode);
  }

  private static Outcome fromFile(Path file, Around around, MinerEvents events) {
    try {
      return new Outcome.Opened(
          MetagraphFile.open(file, around.clock(), around.pause(), events), Optional.empty());
    } catch (NoSuchFileException absent) {
      return unusable(file, "does not exist; put a snapshot there, or leave the setting out");
    } catch (IOException | IllegalArgumentException unusable) {
      return unusable(
          file,
          "cannot be used ("
              + unusable.getMessage()
              + "); put a whole snapshot in its place, or leave the setting out and the chain is"
              + " asked");
    }
  }

  private static Outcome unusable(Path file, String why) {
    return new Outcome.Refused(
        "BT_METAGRAPH_FILE names " + file + ", which " + why, Miner.RESTART_WILL_NOT_HELP);
  }
}
