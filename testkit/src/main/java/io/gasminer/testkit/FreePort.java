package io.gasminer.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Owns the search for a port of loopback on which nobody listens. */
public final class FreePort {
  private FreePort() {}

  /** One that the system just gave and took back, so that it gives it to nobody else soon. */
  public static int find() {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }
}
