package io.gasminer.bittensor.rpc;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Owns one call between its sending and its answer. Thread-safe. */
final class PendingCall {
  private final long id;
  private final RpcCall call;
  private final Optional<Route> route;
  private final CompletableFuture<RpcAnswer> answer = new CompletableFuture<>();
  private final AtomicBoolean sent = new AtomicBoolean();

  PendingCall(long id, RpcCall call, Optional<Route> route) {
    this.id = id;
    this.call = call;
    this.route = route;
  }

  long id() {
    return id;
  }

  /** Where the items go, when the call opens a subscription. */
  Optional<Route> route() {
    return route;
  }

  String text() {
    return call.text(id);
  }

  /** Whether it is still wanted; from now on it counts as sent. */
  boolean leaves() {
    sent.set(true);
    return !answer.isDone();
  }

  boolean isDone() {
    return answer.isDone();
  }

  /** Whether this is the answer, which it is not when the call has ended before. */
  boolean complete(RpcAnswer outcome) {
    return answer.complete(outcome);
  }

  /** Ends it for that reason, unless it is answered. */
  void end(String reason) {
    answer.complete(sent.get() ? new RpcAnswer.Lost(reason) : new RpcAnswer.NotSent(reason));
  }

  /** Waits for the answer; when that time is over, or the thread is interrupted, it ends. */
  RpcAnswer await(Duration timeout) {
    try {
      return answer.get(Math.max(timeout.toNanos(), 0), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      answer.complete(
          sent.get()
              ? new RpcAnswer.TimedOut(timeout)
              : new RpcAnswer.NotSent("the node took no call in " + timeout.toMillis() + " ms"));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      end("the wait was interrupted");
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
    return answer.join();
  }
}
