package io.gasminer.bittensor.rpc;

import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Owns one live connection to one node, from handshake to end. Thread-safe. */
final class NodeLink {
  // The handshake has a time-out of its own; this one is for a client that forgets it.
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final Endpoint endpoint;
  private final Conversation conversation;
  private final WebSocket socket;
  private final Outbox outbox;
  private final Thread sender;
  private final Runnable whenEnded;

  private NodeLink(
      Endpoint endpoint,
      Conversation conversation,
      WebSocket socket,
      LinkLimits limits,
      LinkListener listener,
      Runnable whenEnded) {
    this.endpoint = endpoint;
    this.conversation = conversation;
    this.socket = socket;
    this.whenEnded = whenEnded;
    this.outbox = new Outbox(socket, limits, listener, this::drop);
    this.sender = Thread.ofVirtual().name("rpc-outbox").start(outbox);
  }

  /** What came of opening one. */
  sealed interface Opening {
    record Opened(NodeLink link) implements Opening {}

    record Failed(String reason) implements Opening {}
  }

  /**
   * Connects.
   *
   * @param whenEnded called once, on any thread, when the connection has ended; must not wait
   */
  static Opening open(HttpClient client, Endpoint endpoint, LinkLimits limits, Runnable whenEnded) {
    Conversation conversation = new Conversation(limits);
    LinkListener listener = new LinkListener(conversation, limits.largestMessage(), whenEnded);
    CompletableFuture<WebSocket> opening =
        client
            .newWebSocketBuilder()
            .connectTimeout(limits.connect())
            .buildAsync(endpoint.address(), listener);
    try {
      WebSocket socket =
          opening.get(limits.connect().plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
      return new Opening.Opened(
          new NodeLink(endpoint, conversation, socket, limits, listener, whenEnded));
    } catch (ExecutionException | TimeoutException failed) {
      abandon(opening);
      return new Opening.Failed(Words.of(failed));
    } catch (InterruptedException stopped) {
      abandon(opening);
      Thread.currentThread().interrupt();
      return new Opening.Failed("the wait was interrupted");
    }
  }

  private static void abandon(CompletableFuture<WebSocket> opening) {
    if (!opening.cancel(true)) {
      var _ = opening.thenAccept(WebSocket::abort);
    }
  }

  Endpoint endpoint() {
    return endpoint;
  }

  boolean isOpen() {
    return conversation.ended().isEmpty();
  }

  /** Why it has ended; empty while it has not. */
  Optional<String> ended() {
    return conversation.ended();
  }

  RpcAnswer call(RpcCall call, Duration timeout) {
    return call(call, timeout, Optional.empty());
  }

  /** Calls for a subscription whose items then go to the route. */
  RpcAnswer subscribe(RpcCall call, Duration timeout, Route route) {
    return call(call, timeout, Optional.of(route));
  }

  /** Sends a call whose answer {@link #await} has. */
  PendingCall begin(RpcCall call) {
    return begin(call, Optional.empty());
  }

  /** Waits for the answer; when that time is over the call is given up. */
  RpcAnswer await(PendingCall begun, Duration timeout) {
    return conversation.await(begun, timeout);
  }

  private RpcAnswer call(RpcCall call, Duration timeout, Optional<Route> route) {
    return await(begin(call, route), timeout);
  }

  private PendingCall begin(RpcCall call, Optional<Route> route) {
    PendingCall pending = conversation.begin(call, route);
    if (!pending.isDone()) {
      outbox.add(pending);
    }
    return pending;
  }

  /** Closes the subscription of that route; the node is told, and its answer not awaited. */
  void leave(Route route, String unsubscribe) {
    conversation
        .leave(route)
        .filter(id -> isOpen())
        .ifPresent(
            id ->
                Thread.startVirtualThread(
                    () -> call(RpcCall.once(unsubscribe, id), Duration.ofSeconds(5))));
  }

  /** Whether nothing would be lost with it. */
  boolean isIdle() {
    return conversation.isIdle();
  }

  /** Ends it at once. */
  void drop(String reason) {
    if (conversation.end(reason)) {
      whenEnded.run();
    }
    sender.interrupt();
    socket.abort();
  }
}
