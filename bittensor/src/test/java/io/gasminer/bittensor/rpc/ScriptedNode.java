package io.gasminer.bittensor.rpc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.JsonNode;

/**
 * Owns a small node over a hand-made websocket server (RFC 6455), which can be told to misbehave in
 * any way.
 *
 * <p>By itself it answers as a node does that stands at {@link #height}.
 */
public final class ScriptedNode implements AutoCloseable {
  static final String GENESIS = "0x" + "45".repeat(32);

  /** What it does when it is asked. */
  @FunctionalInterface
  public interface Behaviour {
    void asked(Peer peer, JsonNode request) throws IOException;
  }

  /** How it treats who connects. */
  enum Door {
    OPEN,
    SILENT,
    FORBIDDEN
  }

  private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final LinkedBlockingQueue<Peer> arrivals = new LinkedBlockingQueue<>();
  private final List<Peer> peers = new CopyOnWriteArrayList<>();
  private final Optional<SSLContext> tls;
  private ServerSocket server;
  volatile Door door = Door.OPEN;
  volatile long height = 100;
  volatile String genesis = GENESIS;

  private ScriptedNode(Optional<SSLContext> tls) throws IOException {
    this.tls = tls;
    this.server = listen(0);
    on("chain_getBlockHash", (peer, asked) -> peer.result(asked, "\"" + genesis + "\""));
    on("chain_getHeader", (peer, asked) -> peer.result(asked, header(height)));
    on("chain_unsubscribeNewHeads", (peer, asked) -> peer.result(asked, "true"));
    on("author_unwatchExtrinsic", (peer, asked) -> peer.result(asked, "true"));
    on(
        "chain_subscribeNewHeads",
        (peer, asked) -> {
          peer.readsHeads = true;
          peer.result(asked, "\"heads\"");
        });
    on(
        "state_subscribeRuntimeVersion",
        (peer, asked) -> {
          peer.result(asked, "\"versions\"");
          peer.notice("versions", "{\"specVersion\":293}");
        });
    on("system_name", (peer, asked) -> peer.result(asked, "\"scripted\""));
  }

  /** Starts one without TLS. */
  public static ScriptedNode start() {
    return start(Optional.empty());
  }

  static ScriptedNode start(Optional<SSLContext> tls) {
    try {
      return new ScriptedNode(tls);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Sets what it does when that method is asked. */
  public ScriptedNode on(String method, Behaviour behaviour) {
    behaviours.put(method, behaviour);
    return this;
  }

  static String header(long number) {
    return "{\"number\":\"0x" + Long.toHexString(number) + "\",\"digest\":{\"logs\":[]}}";
  }

  /** Where it listens. */
  public Endpoint endpoint() {
    return endpoint("127.0.0.1");
  }

  Endpoint endpoint(String host) {
    String scheme = tls.isPresent() ? "wss://" : "ws://";
    return new Endpoint(URI.create(scheme + host + ":" + server.getLocalPort()));
  }

  /** The next one that connected. */
  Peer arrival() throws InterruptedException {
    Peer peer = arrivals.poll(20, TimeUnit.SECONDS);
    if (peer == null) {
      throw new AssertionError("nobody connected");
    }
    return peer;
  }

  /** Announces a block to all who read heads. */
  void head(long number) throws IOException {
    height = number;
    for (Peer peer : peers) {
      if (peer.readsHeads && peer.isOpen()) {
        peer.notice("heads", header(number));
      }
    }
  }

  private ServerSocket listen(int port) throws IOException {
    ServerSocket socket =
        tls.isPresent()
            ? tls.get().getServerSocketFactory().createServerSocket()
            : new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
    Thread.ofVirtual().start(() -> accept(socket));
    return socket;
  }

  private void accept(ServerSocket listening) {
    try {
      while (!listening.isClosed()) {
        Socket socket = listening.accept();
        sockets.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException closed) {
      // Stopped.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      Peer peer = new Peer(socket);
      if (!peer.shakeHands(door)) {
        return;
      }
      peers.add(peer);
      arrivals.add(peer);
      while (true) {
        JsonNode request = peer.request();
        String method = request.path("method").asString("");
        behaviours.getOrDefault(method, Peer::methodNotFound).asked(peer, request);
      }
    } catch (IOException gone) {
      // The client has gone, or was cut off.
    }
  }

  /** Listens no more, and cuts off whoever is connected. */
  void stop() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  /** Listens again, on the same port. */
  void restart() throws IOException {
    server = listen(server.getLocalPort());
  }

  @Override
  public void close() {
    try {
      stop();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
