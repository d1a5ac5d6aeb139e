package io.gasminer.bittensor;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Owns a real Subtensor runtime on loopback: a child process with subnet 34 and eight neurons,
 * whose blocks come with extrinsics and {@code dev_newBlock} alone.
 *
 * <p>Needs nothing of this module, so that other modules' tests can have the same.
 */
public final class Chainkit implements AutoCloseable {
  private static final int SECONDS_TO_BOOT = 120;

  private final Process process;
  private final int port;

  private Chainkit(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Boots one; the test is skipped, and says so, where {@code -Dgasminer.chainkit} names none. */
  public static Chainkit start() {
    return start("state-sn34-8");
  }

  /** Boots one in a state of the kit's, for instance {@code state-sn34-256}. */
  public static Chainkit start(String state) {
    String named = System.getProperty("gasminer.chainkit", "");
    Path folder = Path.of(named);
    assumeTrue(
        !named.isEmpty() && Files.isDirectory(folder.resolve("node_modules")),
        "skipped: -Dgasminer.chainkit names no folder with node_modules");
    try {
      int port = freePort();
      ProcessBuilder builder =
          new ProcessBuilder("node", "server.mjs", Integer.toString(port))
              .directory(folder.toFile())
              .redirectErrorStream(true);
      builder.environment().put("BLOCK_MS", "0");
      builder.environment().put("STATE", "data/" + state + ".json.gz");
      Chainkit started = new Chainkit(builder.start(), port);
      started.awaitReady();
      return started;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private void awaitReady() {
    CompletableFuture<String> ready = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> read(ready));
    try {
      ready.get(SECONDS_TO_BOOT, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException failed) {
      close();
      throw new IllegalStateException("the chain did not boot", failed);
    }
  }

  // Reads on until the end, or the child would stand still when the pipe is full.
  private void read(CompletableFuture<String> ready) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
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
  public String address() {
    return "ws://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
