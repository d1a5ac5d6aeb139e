package io.gasminer.gascli.doctor;

import io.gasminer.bittensor.chain.Answer;
import io.gasminer.bittensor.chain.Axon;
import io.gasminer.bittensor.chain.Metagraph;
import io.gasminer.bittensor.chain.Neuron;
import io.gasminer.bittensor.epistula.EpistulaVerifier;
import io.gasminer.bittensor.epistula.Signer;
import io.gasminer.bittensor.ss58.Ss58Address;
import io.gasminer.gascli.chain.ChainSession;
import io.gasminer.miner.chain.MetagraphSnapshot;
import io.gasminer.miner.config.MinerConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Owns what the subnet's list of neurons says of this miner. */
sealed interface SubnetLook {
  /** The largest file that stands for the chain. */
  int LARGEST = 64 << 20;

  /**
   * It could be read.
   *
   * @param callers how many have the stake to be answered
   * @param axon what the chain says of where the miner is
   * @param fromFile whether a file stands for the chain, which knows no axons
   */
  record Seen(
      long block,
      int neurons,
      int callers,
      Optional<Integer> uid,
      Optional<Axon> axon,
      boolean fromFile)
      implements SubnetLook {}

  /** It could not; a network may come back, a file does not mend itself. */
  record Unknown(String reason, boolean mayPass) implements SubnetLook {}

  static Shared<SubnetLook> of(
      MinerConfig.Chain chain, Shared<OwnKey> key, Duration within, InstantSource clock) {
    return Shared.asking(
        () -> {
          Optional<Ss58Address> own = key.get().address();
          return chain
              .metagraphFile()
              .map(file -> inFile(file, own, clock))
              .orElseGet(() -> onChain(chain, own, within));
        });
  }

  private static SubnetLook onChain(
      MinerConfig.Chain chain, Optional<Ss58Address> own, Duration within) {
    if (chain.endpoints().isEmpty()) {
      return new Unknown("BT_CHAIN_ENDPOINT names no endpoint", false);
    }
    try (ChainSession session = ChainSession.open(chain.endpoints(), within)) {
      return switch (session.ask(asked -> asked.metagraph(chain.netuid()))) {
        case Answer.Unavailable<Metagraph>(String reason) -> new Unknown(reason, true);
        case Answer.Got<Metagraph>(Metagraph metagraph) -> seen(metagraph, own);
      };
    }
  }

  private static SubnetLook seen(Metagraph metagraph, Optional<Ss58Address> own) {
    Optional<Neuron> neuron =
        metagraph.neurons().stream()
            .filter(one -> own.equals(Optional.of(one.hotkey())))
            .findFirst();
    long callers =
        metagraph.neurons().stream()
            .filter(one -> one.stakeInTokens() >= EpistulaVerifier.MINIMUM_STAKE)
            .count();
    return new Seen(
        metagraph.block(),
        metagraph.neurons().size(),
        (int) callers,
        neuron.map(Neuron::uid),
        neuron.flatMap(Neuron::axon),
        false);
  }

  private static SubnetLook inFile(Path file, Optional<Ss58Address> own, InstantSource clock) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        return new Unknown("BT_METAGRAPH_FILE: " + file + " is larger than 64 MiB", false);
      }
      MetagraphSnapshot snapshot = MetagraphSnapshot.parse(bytes, clock.instant());
      return new Seen(
          snapshot.block(),
          snapshot.neurons().size(),
          snapshot.callers(),
          own.flatMap(snapshot::find).map(Signer::uid),
          Optional.empty(),
          true);
    } catch (IOException | IllegalArgumentException unusable) {
      return new Unknown(
          "BT_METAGRAPH_FILE: " + file + " cannot be used (" + unusable.getMessage() + ")", false);
    }
  }
}
