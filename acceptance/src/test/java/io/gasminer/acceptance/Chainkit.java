package io.gasminer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gasminer.bittensor.chain.Axon;
import io.gasminer.bittensor.chain.Subtensor;
import io.gasminer.bittensor.rpc.Endpoint;
import io.gasminer.bittensor.rpc.NodeEvents;
import io.gasminer.bittensor.rpc.NodeSettings;
import io.gasminer.bittensor.rpc.RpcCall;
import io.gasminer.bittensor.rpc.Surroundings;
import io.gasminer.bittensor.ss58.Ss58Address;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Owns a real Subtensor runtime on loopback: a child process with subnet 34 and eight neurons,
 * whose blocks come with extrinsics and {@code dev_newBlock} alone.
 */
final class Chainkit implements AutoCloseable {
  private static final int SECONDS_TO_BOOT = 120;

  private static final Duration ANSWER = Duration.ofSeconds(60);

  private final Path folder;
  private final int port;
  private final String state;
  private Process process;

  private Chainkit(Path folder, int port, String state) throws IOException {
    this.folder = folder;
    this.port = port;
    this.state = state;
    this.process = boot();
  }

  /** Boots one; the test is skipped, and says so, where {@code -Dgasminer.chainkit} names none. */
  static Chainkit start() {
    return start("state-sn34-8");
  }

  /** Boots one in a state of the kit's; one of spec 103 needs that runtime in the kit's cache. */
  static Chainkit start(String state) {
    String named = System.getProperty("gasminer.chainkit", "");
    Path folder = Path.of(named);
    assumeTrue(
        !named.isEmpty() && Files.isDirectory(folder.resolve("node_modules")),
        "skipped: -Dgasminer.chainkit names no folder with node_modules");
    try {
      return new Chainkit(folder, freePort(), state);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Boots it again on the same port, with the chain as it was at first. */
  void comeBack() throws IOException {
    process = boot();
  }

  private Process boot() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("node", "server.mjs", Integer.toString(port))
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().put("BLOCK_MS", "0");
    builder.environment().put("STATE", "data/" + state + ".json.gz");
    if (state.endsWith("spec103")) {
      Path old = Path.of(System.getProperty("user.home"), ".cache/chainkit/subtensor-103-raw.json");
      assumeTrue(Files.exists(old), "skipped: there is no " + old);
      builder.environment().put("SPEC", old.toString());
    }
    Process booting = builder.start();
    awaitReady(booting);
    return booting;
  }

  static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private static void awaitReady(Process booting) {
    CompletableFuture<String> ready = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> read(booting, ready));
    try {
      ready.get(SECONDS_TO_BOOT, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException failed) {
      booting.destroyForcibly();
      throw new IllegalStateException("the chain did not boot", failed);
    }
  }

  // Reads on until the end, or the child would stand still when the pipe is full.
  private static void read(Process booting, CompletableFuture<String> ready) {
    try (BufferedReader lines = booting.inputReader(StandardCharsets.UTF_8)) {
      StringBuilder before = new StringBuilder();
      String line = lines.readLine();
      while (line != null && !line.startsWith("READY")) {
        before.append(line).append('\n');
        line = lines.readLine();
      }
      if (line == null) {
        ready.completeExceptionally(new IllegalStateException("it ended: " + before));
        return;
      }
      ready.complete(line);
      lines.lines().forEach(ignored -> {});
    } catch (IOException | UncheckedIOException ended) {
      ready.completeExceptionally(ended);
    }
  }

  /** Its address, for instance {@code ws://127.0.0.1:41234}. */
  String address() {
    return "ws://127.0.0.1:" + port;
  }

  /** Calls a method of the node, which must answer. */
  void call(String method, Object parameter) {
    try (io.gasminer.bittensor.rpc.Node node = node()) {
      assertThat(node.call(RpcCall.once(method, parameter), ANSWER).words()).isEqualTo("answered");
    }
  }

  /** Where the hotkey says that it can be reached. */
  Optional<Axon> axon(Ss58Address hotkey) {
    try (Subtensor chain = Subtensor.over(node(), ANSWER)) {
      return chain.axon(34, hotkey).found().orElseThrow();
    }
  }

  private io.gasminer.bittensor.rpc.Node node() {
    return io.gasminer.bittensor.rpc.Node.open(
        List.of(new Endpoint(URI.create(address()))),
        NodeSettings.usual(),
        Surroundings.real(),
        NodeEvents.none());
  }

  /** Ends it at once, as when the machine loses its power. */
  void goAway() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    goAway();
  }
}
