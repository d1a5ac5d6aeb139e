package io.gasminer.bittensor.rpc;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Owns the order in which calls leave, one at a time as the websocket demands, and pings between
 * them.
 *
 * <p>The end of a connection is not always reported to whoever only reads; a ping finds it out.
 * Bounded by the calls under way. Runs on a thread of its own until it is interrupted or a message
 * cannot be sent.
 */
final class Outbox implements Runnable {
  private final LinkedBlockingQueue<PendingCall> waiting = new LinkedBlockingQueue<>();
  private final WebSocket socket;
  private final LinkLimits limits;
  private final LinkListener listener;
  private final Consumer<String> whenStuck;

  Outbox(WebSocket socket, LinkLimits limits, LinkListener listener, Consumer<String> whenStuck) {
    this.socket = socket;
    this.limits = limits;
    this.listener = listener;
    this.whenStuck = whenStuck;
  }

  void add(PendingCall call) {
    waiting.add(call);
  }

  @Override
  public void run() {
    try {
      boolean alive = true;
      Deadline ping = new Deadline(limits.keepAlive());
      while (alive) {
        PendingCall next = waiting.poll(ping.left().toNanos(), TimeUnit.NANOSECONDS);
        if (next != null && next.leaves()) {
          finish(socket.sendText(next.text(), true));
        }
        if (ping.left().isZero()) {
          alive = listener.wasHeard();
          finish(socket.sendPing(ByteBuffer.allocate(0)));
          ping = new Deadline(limits.keepAlive());
        }
      }
      whenStuck.accept("no sign of life for " + limits.keepAlive().toSeconds() + " s");
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException stuck) {
      whenStuck.accept("the node took no message in " + limits.send().toSeconds() + " s");
    } catch (ExecutionException broken) {
      whenStuck.accept("the connection broke: " + Words.of(broken));
    }
  }

  private void finish(CompletableFuture<WebSocket> sending)
      throws InterruptedException, ExecutionException, TimeoutException {
    sending.get(limits.send().toMillis(), TimeUnit.MILLISECONDS);
  }
}
