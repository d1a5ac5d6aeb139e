package io.gasminer.gascli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Owns a real Subtensor runtime on loopback, in one of the states that come with it. */
final class RealChain implements AutoCloseable {
  private static final int SECONDS_TO_BOOT = 180;

  private final Process process;
  private final int port;

  private RealChain(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Boots one; the test is skipped, and says so, where {@code -Dgasminer.chainkit} names none.
   *
   * @param state for instance {@code state-sn34-256}
   */
  static RealChain start(String state) throws Exception {
    String named = System.getProperty("gasminer.chainkit", "");
    Path folder = Path.of(named);
    assumeTrue(
        !named.isEmpty() && Files.isDirectory(folder.resolve("node_modules")),
        "skipped: -Dgasminer.chainkit names no folder with node_modules");
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
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
    RealChain started = new RealChain(builder.start(), port);
    started.awaitReady();
    return started;
  }

  /** What that state holds, pair by pair, in words. */
  static JsonNode readable(String state) throws IOException {
    String shared = System.getProperty("gasminer.shared", "");
    Path file = Path.of(shared, "chainkit/data", state + ".readable.json.gz");
    assumeTrue(
        !shared.isEmpty() && Files.exists(file),
        "skipped: -Dgasminer.shared names no folder with chainkit/data/" + file.getFileName());
    try (GZIPInputStream text = new GZIPInputStream(Files.newInputStream(file))) {
      return JsonMapper.shared().readTree(text);
    }
  }

  String address() {
    return "ws://127.0.0.1:" + port;
  }

  private void awaitReady() throws InterruptedException {
    CountDownLatch ready = new CountDownLatch(1);
    // Reads on until the end, or the child would stand still when the pipe is full.
    Thread.ofVirtual()
        .start(
            () -> {
              try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                lines
                    .lines()
                    .filter(line -> line.startsWith("READY"))
                    .forEach(_ -> ready.countDown());
              } catch (IOException | UncheckedIOException ended) {
                // The process was stopped.
              }
            });
    if (!ready.await(SECONDS_TO_BOOT, TimeUnit.SECONDS)) {
      close();
      throw new IllegalStateException("the chain did not boot");
    }
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
