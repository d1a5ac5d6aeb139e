package io.gasminer.bittensor.chain;

import io.gasminer.bittensor.rpc.Feed;
import io.gasminer.bittensor.rpc.FeedEvent;
import io.gasminer.bittensor.rpc.Node;
import io.gasminer.bittensor.rpc.NodeHealth;
import io.gasminer.bittensor.scale.ScaleValue;
import io.gasminer.bittensor.ss58.Ss58Address;
import io.gasminer.bittensor.wallet.Hotkey;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Owns what a neuron asks the chain and tells it, over one connection.
 *
 * <p>A runtime upgrade is noticed: the new description is loaded, and a question that failed on the
 * old one is asked again. Thread-safe; questions block the calling virtual thread.
 */
public final class Subtensor implements AutoCloseable {
  private static final Duration WATCH_AGAIN = Duration.ofMinutes(1);

  private final Node node;
  private final Questions questions;
  private final Runtimes runtimes;
  private final StakeProofs proofs;
  private final Thread upgrades;

  private Subtensor(Node node, Duration timeout, RuntimeFolder folder) {
    this.node = node;
    this.questions = new Questions(node, timeout);
    this.runtimes = new Runtimes(questions, folder);
    this.proofs = new StakeProofs(folder);
    this.upgrades = Thread.ofVirtual().name("runtime-upgrades").start(this::followUpgrades);
  }

  /**
   * Speaks over a connection, which is closed with this.
   *
   * @param timeout for each question to the node
   */
  public static Subtensor over(Node node, Duration timeout) {
    return over(node, timeout, RuntimeFolder.none());
  }

  /**
   * Speaks over a connection, which is closed with this.
   *
   * @param timeout for each question to the node
   * @param folder where what is known of runtimes is kept for the next process
   */
  public static Subtensor over(Node node, Duration timeout, RuntimeFolder folder) {
    return new Subtensor(node, timeout, folder);
  }

  /** The uid that a hotkey has on a subnet; empty where it is not registered. */
  public Answer<OptionalInt> uid(int netuid, Ss58Address hotkey) {
    return stored(storage -> storage.uid(netuid, hotkey));
  }

  /** Where a hotkey says that it can be reached; empty where it never said. */
  public Answer<Optional<Axon>> axon(int netuid, Ss58Address hotkey) {
    return stored(storage -> storage.axon(netuid, hotkey));
  }

  /**
   * The neurons of a subnet at the newest block, for looking at: read from storage, stakes reckoned
   * from it, where that was found to give what this runtime tells within the last day; else as
   * {@link #confirmedMetagraph}.
   */
  public Answer<Metagraph> metagraph(int netuid) {
    return again(() -> reading(netuid).quick());
  }

  /**
   * The neurons of a subnet at the newest block, for deciding who may call: as the runtime itself
   * tells them, where it can.
   */
  public Answer<Metagraph> confirmedMetagraph(int netuid) {
    return again(() -> reading(netuid).told());
  }

  /** How the chain stands. */
  public Answer<ChainStatus> status() {
    return again(
        () -> {
          Later<Block> newest = Later.begin(questions::newest);
          Later<Block> last = Later.begin(questions::finalized);
          return runtimes
              .current()
              .then(
                  runtime ->
                      newest
                          .answer()
                          .then(best -> last.answer().then(ended -> status(runtime, best, ended))));
        });
  }

  /**
   * Announces where this hotkey can be reached, unless the chain says so already, and waits until
   * that is final.
   *
   * @param patience for the block to be final
   */
  public ServeOutcome serveAxon(int netuid, Axon wanted, Hotkey hotkey, Duration patience) {
    return switch (runtimes.current()) {
      case Answer.Unavailable<ChainRuntime>(String reason) -> new ServeOutcome.Refused(reason);
      case Answer.Got<ChainRuntime>(ChainRuntime runtime) ->
          new Announcement(questions, runtime, netuid, hotkey).make(wanted, patience);
    };
  }

  /** What {@link #serveAxon} would do, without doing it; empty when it would send. */
  public Answer<Optional<ServeOutcome>> rehearseServeAxon(int netuid, Axon wanted, Hotkey hotkey) {
    return runtimes
        .current()
        .then(
            runtime ->
                questions
                    .newest()
                    .then(
                        at ->
                            new Announcement(questions, runtime, netuid, hotkey)
                                .prelude(wanted, at)));
  }

  /** New heads, the newest for a slow reader, and gaps where the connection was another. */
  public Feed heads() {
    return node.heads();
  }

  /** How the connection stands. */
  public NodeHealth health() {
    return node.health();
  }

  /** The connection itself. */
  public Node node() {
    return node;
  }

  @Override
  public void close() {
    upgrades.interrupt();
    node.close();
  }

  private MetagraphReading reading(int netuid) {
    return new MetagraphReading(questions, runtimes, proofs, netuid);
  }

  private <T> Answer<T> stored(Function<Storage, Answer<T>> question) {
    return again(
        () -> {
          Later<String> best = Later.begin(questions::best);
          return runtimes
              .current()
              .then(
                  runtime ->
                      best.answer()
                          .then(at -> question.apply(Storage.subtensor(questions, runtime, at))));
        });
  }

  private Answer<ChainStatus> status(ChainRuntime runtime, Block newest, Block last) {
    String genesis = "0x" + HexFormat.of().formatHex(runtime.identity().genesisHash());
    return new Storage(questions, runtime, newest.hash(), "Timestamp")
        .value("Now")
        .map(now -> now.flatMap(ScaleValue::asLong).orElse(0L))
        .map(
            millis ->
                new ChainStatus(
                    runtime.name(),
                    runtime.identity().specVersion(),
                    genesis,
                    newest.number(),
                    last.number(),
                    Instant.ofEpochMilli(millis)));
  }

  // Between two steps of a question the runtime may have changed, or the node, which then does not
  // know the block of the first step. For anything else a second time says the same.
  private <T> Answer<T> again(Supplier<Answer<T>> question) {
    Optional<NodeHealth.Connection> before = node.health().connection();
    Answer<T> first = question.get();
    Optional<NodeHealth.Connection> after = node.health().connection();
    if (first.found().isPresent() || after.isEmpty()) {
      return first;
    }
    boolean otherNode = before.isPresent() && !before.equals(after);
    return runtimes.haveChanged() || otherNode || runtimes.doubtKept() ? question.get() : first;
  }

  private void followUpgrades() {
    try (Feed versions = node.runtimeVersions()) {
      while (!Thread.currentThread().isInterrupted()) {
        switch (versions.next(WATCH_AGAIN)) {
          case FeedEvent.Item(var version) ->
              runtimes.changedTo(version.path("specVersion").asLong(-1));
          case FeedEvent.Closed _ -> {
            return;
          }
          case FeedEvent.Gap _, FeedEvent.Refused _, FeedEvent.Quiet _ -> {}
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }
}
