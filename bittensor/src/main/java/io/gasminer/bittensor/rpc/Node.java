package io.gasminer.bittensor.rpc;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/**
 * Owns the connection to the chain: one websocket to one of several endpoints, opened again
 * whenever it ends, for as long as this is open.
 *
 * <p>Every connection is greeted first (it must answer, serve the same chain and announce new
 * heads), and is dead when no higher block comes for two minutes. Calls wait for a connection and
 * for their answer within one time-out. Thread-safe; calls block the calling virtual thread.
 */
public final class Node implements AutoCloseable {
  private static final String SUBMIT = "author_submitAndWatchExtrinsic";

  private final Standing standing = new Standing();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client;
  private final Subscriptions subscriptions;
  private final Keeper keeper;
  private final Thread upkeep;

  private Node(
      List<Endpoint> endpoints,
      NodeSettings settings,
      Surroundings surroundings,
      NodeEvents events) {
    LinkLimits limits = settings.limits();
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(limits.connect())
            .sslContext(tls(endpoints, surroundings))
            .executor(threads)
            .build();
    this.subscriptions = new Subscriptions(surroundings.clock(), limits.connect(), events);
    this.keeper =
        new Keeper(endpoints, client, settings, surroundings, events, standing, subscriptions);
    this.upkeep = Thread.ofVirtual().name("rpc-upkeep").start(keeper);
  }

  /**
   * Begins to connect, and returns before it has.
   *
   * @param endpoints at least one; the first is preferred
   */
  public static Node open(
      List<Endpoint> endpoints,
      NodeSettings settings,
      Surroundings surroundings,
      NodeEvents events) {
    if (endpoints.isEmpty()) {
      throw new IllegalArgumentException("no endpoint");
    }
    return new Node(List.copyOf(endpoints), settings, surroundings, events);
  }

  private static SSLContext tls(List<Endpoint> endpoints, Surroundings surroundings) {
    return endpoints.stream().anyMatch(Endpoint::secure)
        ? surroundings.tls().get()
        : Surroundings.trustingNobody();
  }

  /**
   * Calls.
   *
   * @param timeout for the connection and the answer together; a call that only reads is made a
   *     second time within it when the connection ends under the first
   */
  public RpcAnswer call(RpcCall call, Duration timeout) {
    Deadline deadline = new Deadline(timeout);
    boolean again = call.repeatable();
    while (true) {
      Optional<NodeLink> link = standing.await(deadline.left());
      if (link.isEmpty()) {
        return new RpcAnswer.NotSent(standing.whyNone());
      }
      RpcAnswer answer = link.get().call(call, deadline.left());
      boolean ended = !link.get().isOpen() && !Thread.currentThread().isInterrupted();
      boolean neverLeft = ended && answer instanceof RpcAnswer.NotSent;
      boolean mayRepeat = ended && again && answer instanceof RpcAnswer.Lost;
      if (!neverLeft && !mayRepeat) {
        return answer;
      }
      again = again && neverLeft;
    }
  }

  /** New heads; a slow reader sees the newest. Opened anew on each connection. */
  public Feed heads() {
    return subscriptions.newHeads();
  }

  /** The runtime's versions, with the present one first. Opened anew on each connection. */
  public Feed runtimeVersions() {
    return subscriptions.runtimeVersions(standing.link());
  }

  /**
   * Submits an extrinsic and watches it. Never submitted twice, and not watched any further when
   * the connection ends.
   *
   * @param extrinsic signed, SCALE in hex with 0x
   */
  public WatchOutcome submitAndWatch(String extrinsic, Duration timeout) {
    Deadline deadline = new Deadline(timeout);
    RpcCall submit = RpcCall.once(SUBMIT, extrinsic);
    while (true) {
      Optional<NodeLink> link = standing.await(deadline.left());
      if (link.isEmpty()) {
        return new WatchOutcome.Unwatched(new RpcAnswer.NotSent(standing.whyNone()));
      }
      ExtrinsicWatch watch = new ExtrinsicWatch(link.get());
      RpcAnswer answer = link.get().subscribe(submit, deadline.left(), watch.route());
      if (answer instanceof RpcAnswer.Result) {
        return new WatchOutcome.Watching(watch);
      }
      boolean neverLeft = answer instanceof RpcAnswer.NotSent && !link.get().isOpen();
      if (!neverLeft || Thread.currentThread().isInterrupted()) {
        return new WatchOutcome.Unwatched(answer);
      }
    }
  }

  /** How it stands. */
  public NodeHealth health() {
    return standing.health(subscriptions.heads().head());
  }

  /** Ends the connection and all that waits on it. */
  @Override
  public void close() {
    Optional<NodeLink> link = standing.link();
    standing.close();
    link.ifPresent(open -> open.drop("the connection to the chain was closed"));
    upkeep.interrupt();
    subscriptions.close();
    client.shutdownNow();
    threads.shutdown();
  }
}
