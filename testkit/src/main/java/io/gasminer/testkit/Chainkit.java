package io.gasminer.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Owns a real Subtensor runtime on loopback: a child process with subnet 34, whose blocks come with
 * extrinsics and {@code dev_newBlock} alone. Not thread-safe.
 */
public final class Chainkit implements AutoCloseable {
  private static final int SECONDS_TO_BOOT = 180;

  private final Path folder;
  private final String state;
  private final int port = FreePort.find();
  private Process process;

  private Chainkit(Path folder, String state) {
    this.folder = folder;
    this.state = state;
    this.process = boot();
  }

  /** Boots one with eight neurons. */
  public static Chainkit start() {
    return start("state-sn34-8");
  }

  /**
   * Boots one; the test is skipped, and says so, where {@code -Dgasminer.chainkit} names none.
   *
   * @param state one of the kit's, for instance {@code state-sn34-256}; one of spec 103 needs that
   *     runtime in the kit's cache
   */
  public static Chainkit start(String state) {
    String named = System.getProperty("gasminer.chainkit", "");
    Path folder = Path.of(named);
    assumeTrue(
        !named.isEmpty() && Files.isDirectory(folder.resolve("node_modules")),
        "skipped: -Dgasminer.chainkit names no folder with node_modules");
    return new Chainkit(folder, state);
  }

  /** Its address, for instance {@code ws://127.0.0.1:41234}. */
  public String address() {
    return "ws://127.0.0.1:" + port;
  }

  /** Ends it at once, as when the machine loses its power. */
  public void goAway() {
    process.destroyForcibly().onExit().join();
  }

  /** Boots it again on the same port, with the chain as it was at first. */
  public void comeBack() {
    process = boot();
  }

  @Override
  public void close() {
    goAway();
  }

  private Process boot() {
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
    try {
      Process booting = builder.start();
      awaitReady(booting);
      return booting;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
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
}
