package io.gasminer.miner.chain;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/**
 * Owns the look at the announced address from this machine.
 *
 * <p>Many routers do not send a machine's own traffic back to it, so a failure proves nothing; a
 * success does.
 */
public record Reachability(Duration timeout) {
  /** Whether something takes connections there; blocks for the time-out at most. */
  boolean isReached(InetAddress address, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), (int) timeout.toMillis());
      return true;
    } catch (IOException notReached) {
      return false;
    }
  }
}
