package io.gasminer.miner.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Owns one answer before it is sent.
 *
 * @param reason why the request was refused, for the operator; empty when it was not
 * @param headers beside content type and length
 */
record Answer(int status, byte[] body, Map<String, String> headers, String reason) {
  static final String CONNECTION = "Connection";
  static final String RETRY_AFTER = "Retry-After";

  /** The object, as an endpoint answers when all is well. */
  static Answer of(int status, Json json) {
    return new Answer(status, json.bytes(), Map.of(), "");
  }

  /** {@code {"error", "timestamp"}}, as endpoints refuse. */
  static Answer error(int status, String error, Instant now) {
    return new Answer(
        status, new Json().add("error", error).add("timestamp", now).bytes(), Map.of(), error);
  }

  /** {@code {"detail"}} without spaces, as the layer before the endpoints refuses. */
  static Answer detail(int status, String detail) {
    return new Answer(status, detailBody(detail), Map.of(), detail);
  }

  /** What {@link #detail} sends; {@code detail} holds nothing that JSON escapes. */
  static byte[] detailBody(String detail) {
    return ("{\"detail\":\"" + detail + "\"}").getBytes(StandardCharsets.US_ASCII);
  }

  Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, body, more, reason);
  }

  /** This answer, after which the connection is closed: what is left of the body is not read. */
  Answer closing() {
    return with(CONNECTION, "close");
  }
}
