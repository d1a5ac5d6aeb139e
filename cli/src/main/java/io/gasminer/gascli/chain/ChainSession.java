package io.gasminer.gascli.chain;

import io.gasminer.bittensor.chain.Answer;
import io.gasminer.bittensor.chain.ChainStatus;
import io.gasminer.bittensor.chain.RuntimeFolder;
import io.gasminer.bittensor.chain.Subtensor;
import io.gasminer.bittensor.rpc.Endpoint;
import io.gasminer.bittensor.rpc.Node;
import io.gasminer.bittensor.rpc.NodeHealth;
import io.gasminer.bittensor.rpc.NodeSettings;
import io.gasminer.bittensor.rpc.RpcAnswer;
import io.gasminer.bittensor.rpc.RpcCall;
import io.gasminer.bittensor.rpc.Surroundings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Owns one command's connection to the chain. Whatever the node does, each question ends within the
 * time given, and what it ends with can be shown to the operator.
 */
public final class ChainSession implements AutoCloseable {
  /** How the reason begins where no endpoint could be connected to. */
  public static final String UNREACHABLE = "the chain cannot be reached";

  private static final int PINGS = 3;

  private final List<Endpoint> endpoints;
  private final Duration timeout;
  private final Attempts attempts = new Attempts();
  private final Node node;
  private final Subtensor chain;

  private ChainSession(List<Endpoint> endpoints, Duration timeout) {
    this.endpoints = List.copyOf(endpoints);
    this.timeout = timeout;
    RuntimeFolder kept = KeptRuntimes.ofThisUser();
    this.node = Node.open(endpoints, NodeSettings.usual(), Surroundings.real(), attempts);
    this.chain = Subtensor.over(node, timeout, kept);
  }

  /** Begins to connect; the first question finds out whether it did. */
  public static ChainSession open(List<Endpoint> endpoints, Duration timeout) {
    return new ChainSession(endpoints, timeout);
  }

  /** Asks; the reason of an answer that is unavailable says what to do next. */
  public <T> Answer<T> ask(Function<Subtensor, Answer<T>> question) {
    long begun = System.nanoTime();
    if (!attempts.connects(timeout)) {
      return new Answer.Unavailable<>(noNode());
    }
    Duration left = timeout.minusNanos(System.nanoTime() - begun);
    return switch (within(left, () -> question.apply(chain))) {
      case Answer.Got<T> got -> got;
      case Answer.Unavailable<T>(String reason) -> new Answer.Unavailable<>(explained(reason));
    };
  }

  /** Looks at the chain. */
  public Answer<ChainLook> look() {
    return ask(
        asked -> asked.status().then(status -> latency().map(quickest -> look(status, quickest))));
  }

  /** For what is not a question: it ends by itself. */
  public Subtensor chain() {
    return chain;
  }

  private ChainLook look(ChainStatus status, Duration latency) {
    Endpoint serving =
        node.health()
            .connection()
            .map(NodeHealth.Connection::endpoint)
            .orElse(endpoints.getFirst());
    return new ChainLook(serving, status, latency, attempts.problems());
  }

  private Answer<Duration> latency() {
    long quickest = Long.MAX_VALUE;
    for (int i = 0; i < PINGS; i++) {
      long begun = System.nanoTime();
      RpcAnswer answer = node.call(RpcCall.read("chain_getBlockHash", 0), timeout);
      if (!(answer instanceof RpcAnswer.Result)) {
        return new Answer.Unavailable<>("chain_getBlockHash: " + answer.words());
      }
      quickest = Math.min(quickest, System.nanoTime() - begun);
    }
    return new Answer.Got<>(Duration.ofNanos(quickest));
  }

  private <T> Answer<T> within(Duration left, Callable<Answer<T>> question) {
    FutureTask<Answer<T>> task = new FutureTask<>(question);
    Thread.ofVirtual().name("question").start(task);
    try {
      return task.get(Math.max(1, left.toMillis()), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      return new Answer.Unavailable<>("no answer in " + timeout.toSeconds() + " s");
    } catch (ExecutionException bug) {
      throw new IllegalStateException(bug.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Answer.Unavailable<>("interrupted");
    } finally {
      task.cancel(true);
    }
  }

  private String explained(String reason) {
    Optional<NodeHealth.Connection> connection = node.health().connection();
    return connection.isEmpty()
        ? noNode()
        : connection.get().endpoint().label()
            + " is connected, but did not tell what was asked: "
            + reason
            + ". Next step: where the subnet and its number are right, a longer --timeout or"
            + " another --endpoint.";
  }

  private String noNode() {
    String tried =
        attempts
            .problems()
            .orElseGet(
                () ->
                    endpoints.stream().map(Endpoint::label).collect(Collectors.joining(", "))
                        + ": no answer in "
                        + timeout.toSeconds()
                        + " s");
    return UNREACHABLE
        + " ("
        + tried
        + "). Next step: check this machine's network and the address (BT_CHAIN_ENDPOINT or"
        + " --endpoint); several may be given with commas between.";
  }

  @Override
  public void close() {
    chain.close();
  }
}
