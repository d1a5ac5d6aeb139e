package io.gasminer.miner.chain;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Owns the look at the announced address from this machine.
 *
 * <p>Many routers do not send a machine's own traffic back to it, so a failure proves nothing. Some
 * proxies take every connection, so it is no success before an unsigned question is refused in the
 * words that validators' miners have for it.
 *
 * @param timeout for the connection, and for each part of the answer
 */
public record Reachability(Duration timeout) {
  private static final String REFUSAL = "Unknown Epistula version";
  private static final byte[] QUESTION =
      "GET /health HTTP/1.1\r\nHost: miner\r\nConnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);
  private static final int ENOUGH = 2_048;
  private static final int MOST_READS = 4;

  /** Whether a miner answers there; blocks for five time-outs at most. */
  public boolean isReached(InetAddress address, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), (int) timeout.toMillis());
      socket.setSoTimeout((int) timeout.toMillis());
      socket.getOutputStream().write(QUESTION);
      // One read each, so that whoever drips keeps us for so many time-outs and no longer.
      StringBuilder answer = new StringBuilder();
      byte[] part = new byte[ENOUGH];
      for (int i = 0; i < MOST_READS && answer.indexOf(REFUSAL) < 0; i++) {
        int length = socket.getInputStream().read(part);
        if (length < 0) {
          break;
        }
        answer.append(new String(part, 0, length, StandardCharsets.ISO_8859_1));
      }
      return answer.indexOf(REFUSAL) >= 0;
    } catch (IOException notReached) {
      return false;
    }
  }
}
