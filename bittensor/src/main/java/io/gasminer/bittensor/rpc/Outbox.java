package io.gasminer.bittensor.rpc;

import java.net.http.WebSocket;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Owns the order in which calls leave: one at a time, as the websocket demands.
 *
 * <p>Bounded by the calls under way. Runs on a thread of its own until it is interrupted or a
 * message cannot be sent.
 */
final class Outbox implements Runnable {
  private final LinkedBlockingQueue<PendingCall> waiting = new LinkedBlockingQueue<>();
  private final WebSocket socket;
  private final LinkLimits limits;
  private final Consumer<String> whenStuck;

  Outbox(WebSocket socket, LinkLimits limits, Consumer<String> whenStuck) {
    this.socket = socket;
    this.limits = limits;
    this.whenStuck = whenStuck;
  }

  void add(PendingCall call) {
    waiting.add(call);
  }

  @Override
  public void run() {
    try {
      while (true) {
        PendingCall next = waiting.take();
        if (next.leaves()) {
          socket.sendText(next.text(), true).get(limits.send().toMillis(), TimeUnit.MILLISECONDS);
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException stuck) {
      whenStuck.accept("the node took no message in " + limits.send().toSeconds() + " s");
    } catch (ExecutionException broken) {
      whenStuck.accept("the connection broke: " + Words.of(broken));
    }
  }
}
