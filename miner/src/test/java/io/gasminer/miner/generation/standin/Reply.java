package io.gasminer.miner.generation.standin;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Owns one scripted answer.
 *
 * @param announced the length that the head announces; more than the body means a cut in the middle
 * @param silent whether nothing is answered until the stand-in is closed
 */
public record Reply(
    int status, Map<String, String> headers, byte[] body, long announced, boolean silent) {
  /** An answer in JSON. */
  public static Reply json(int status, String body) {
    return bytes(status, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  /** An answer of bytes. */
  public static Reply bytes(int status, String type, byte[] body) {
    return new Reply(status, Map.of("Content-Type", type), body, body.length, false);
  }

  /** No answer at all. */
  public static Reply silence() {
    return new Reply(200, Map.of(), new byte[0], 0, true);
  }

  /** This answer with one more header. */
  public Reply with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, body, announced, silent);
  }

  /** This answer, but its head announces so many bytes and the connection ends before. */
  public Reply announcing(long length) {
    return new Reply(status, headers, body, length, silent);
  }
}
