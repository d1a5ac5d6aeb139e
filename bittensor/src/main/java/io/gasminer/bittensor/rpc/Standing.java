package io.gasminer.bittensor.rpc;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Owns which connection serves, and the history that people ask for. Thread-safe. */
final class Standing {
  private Optional<NodeLink> link = Optional.empty();
  private Instant since = Instant.EPOCH;
  private Optional<String> lastProblem = Optional.empty();
  private int connections;
  private boolean closed;

  synchronized int serves(NodeLink next, Instant now) {
    link = Optional.of(next);
    since = now;
    connections++;
    notifyAll();
    return connections - 1;
  }

  synchronized void problem(String reason) {
    lastProblem = Optional.of(reason);
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /** The connection that serves at the moment. */
  synchronized Optional<NodeLink> link() {
    return closed ? Optional.empty() : link.filter(NodeLink::isOpen);
  }

  /** The connection that serves, waited for at most that long; an interrupt ends the wait. */
  synchronized Optional<NodeLink> await(Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    try {
      while (!closed && link().isEmpty()) {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          break;
        }
        wait(left);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return link();
  }

  /** Why there is no connection. */
  synchronized String whyNone() {
    return closed
        ? "the connection to the chain was closed"
        : "no endpoint is connected; the last problem: " + lastProblem.orElse("none yet");
  }

  synchronized NodeHealth health(Optional<NodeHealth.Head> head) {
    return new NodeHealth(
        link().map(open -> new NodeHealth.Connection(open.endpoint(), since)),
        head,
        Math.max(connections - 1, 0),
        lastProblem);
  }
}
