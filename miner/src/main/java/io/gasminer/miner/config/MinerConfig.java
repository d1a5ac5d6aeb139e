package io.gasminer.miner.config;

import io.gasminer.bittensor.rpc.Endpoint;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Owns the whole configuration of a miner, typed and checked.
 *
 * @param values where each row's value was found, for {@code gascli generator info}
 * @param notes what the operator should know but need not act on
 */
public record MinerConfig(
    Services services,
    Chain chain,
    Limits limits,
    Storage storage,
    Delivery delivery,
    Map<String, Origin> values,
    List<String> notes) {

  /** What making media takes, whoever asks for it. */
  public record Making(Services services, Storage storage, Duration taskTimeout) {}

  /** Which services make what, with their keys. */
  public record Services(
      Optional<String> image,
      Optional<String> video,
      Optional<String> imageModel,
      Optional<String> videoModel,
      Optional<Path> catalog,
      Optional<Secret> openAiKey,
      Optional<Secret> openRouterKey,
      Optional<Secret> stabilityKey,
      Optional<Secret> runwayKey,
      URI openAiBase,
      URI openRouterBase,
      URI stabilityBase,
      URI runwayBase,
      Duration sandboxLatency,
      double sandboxFailureRate) {
    /** The same keys and addresses, but nothing is chosen to make anything. */
    public Services withoutChoice() {
      return new Services(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          catalog,
          openAiKey,
          openRouterKey,
          stabilityKey,
          runwayKey,
          openAiBase,
          openRouterBase,
          stabilityBase,
          runwayBase,
          sandboxLatency,
          sandboxFailureRate);
    }

    /** Whether anything is made by the sandbox, whose media no validator pays for. */
    public boolean usesSandbox() {
      return image.equals(Optional.of("sandbox")) || video.equals(Optional.of("sandbox"));
    }
  }

  /**
   * Wallet, chain and address.
   *
   * @param endpoints at least one, the preferred one first
   * @param metagraphFile where the validators come from instead of the chain
   */
  public record Chain(
      WalletSettings wallet,
      int netuid,
      List<Endpoint> endpoints,
      Optional<Path> metagraphFile,
      Listening listening,
      Announcing announcing) {
    /** The hotkey's file. */
    public Path hotkeyFile() {
      return wallet.hotkeyFile();
    }

    /** The port that validators are told: another than the miner's own where a router maps it. */
    public int announcedPort() {
      return announcing.externalPort().orElse(listening.port());
    }

    /** Whether nobody else's chain is asked. */
    public boolean isOnThisMachine() {
      return !endpoints.isEmpty() && ChainReading.isOnThisMachine(this);
    }
  }

  /** Where validators' calls are taken. */
  public record Listening(String address, int port) {}

  /**
   * What the chain is told of it.
   *
   * @param externalIp as configured; empty when it has to be found
   * @param externalPort empty when it is the one that is listened on
   */
  public record Announcing(
      boolean wanted, Optional<InetAddress> externalIp, OptionalInt externalPort) {}

  /** How much at once, how long, from whom. */
  public record Limits(
      int maxConcurrentTasks,
      int maxQueuedTasks,
      Duration taskTimeout,
      boolean stakeMatters,
      Duration maxTaskAge,
      Duration cleanUpInterval) {}

  /** Where things are kept and written. */
  public record Storage(
      Path outputDir,
      Path stateDir,
      boolean saveLocally,
      Optional<String> databaseUrl,
      String logLevel,
      boolean logJson,
      URI gasApi) {}

  /** How results go out. */
  public record Delivery(
      Duration firstRetryDelay, Duration timeout, Duration grace, List<String> allowedNetworks) {}

  /** Where a value came from; {@code shown} is masked for secrets. */
  public record Origin(String shown, String source) {}
}
