package io.gasminer.gascli.demo;

import io.gasminer.gascli.rehearsal.LogLine;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Owns what the demo takes from the miner's log: its port, and each step of the two tasks. */
final class MinerLog implements Consumer<LogLine> {
  private final DemoScreen screen;
  private final CompletableFuture<String> port;
  private final Map<String, String> modalityOf = new ConcurrentHashMap<>();
  private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();

  MinerLog(DemoScreen screen, CompletableFuture<String> port) {
    this.screen = screen;
    this.port = port;
  }

  /** From now on the task's steps are shown under this modality. */
  void show(String taskId, String modality) {
    modalityOf.put(taskId, modality);
  }

  /** Waits a moment for the gate's line, as the log is written a little behind the delivery. */
  void awaitGate(String taskId, Duration limit) throws InterruptedException {
    var _ = gateOf(taskId).await(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  private CountDownLatch gateOf(String taskId) {
    return gates.computeIfAbsent(taskId, id -> new CountDownLatch(1));
  }

  @Override
  public void accept(LogLine line) {
    if (line.event().equals("listening")) {
      port.complete(line.fields().getOrDefault("port", ""));
      return;
    }
    String modality = modalityOf.get(line.task());
    // That it was delivered is seen at the receiver, a moment before the miner writes it down.
    if (modality != null && !line.event().equals("delivered")) {
      String step = stepOf(line.event());
      screen.step(line.at(), modality, step, line.message());
      if (step.equals("gate")) {
        gateOf(line.task()).countDown();
      }
    }
  }

  private static String stepOf(String event) {
    return switch (event) {
      case "task-started", "submitting", "job-accepted", "generated" -> "processing";
      case "gate-passed", "gate-refused" -> "gate";
      case "delivery-again", "delivery-held", "delivery-refused", "delivery-given-up" ->
          "delivered";
      case "task-failed" -> "failed";
      default -> event;
    };
  }
}
