package io.gasminer.miner.generation.http;

import java.util.Map;
import java.util.Optional;

/** What became of one HTTP call. */
public sealed interface Exchange {
  /**
   * A whole answer.
   *
   * @param headers by lower-case name, the first value of each
   */
  record Answered(int status, Map<String, String> headers, byte[] body) implements Exchange {
    /** Whether the status is 2xx. */
    public boolean isSuccess() {
      return status >= 200 && status < 300;
    }

    /** The header with this lower-case name. */
    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }

    @Override
    public String toString() {
      return "Answered[" + status + ", " + body.length + " bytes]";
    }
  }

  /** The request never left: no connection, or no time; nothing can have been bought. */
  record NotSent(String reason) implements Exchange {}

  /** The request left and no whole answer came; what the vendor did with it is not known. */
  record Cut(String reason) implements Exchange {}

  /** The answer is larger than it may be; reading was stopped. */
  record TooLarge(long cap) implements Exchange {}
}
