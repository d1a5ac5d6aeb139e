package io.gasminer.miner.http;

import java.time.Duration;

/**
 * Owns how much a caller may ask of the server before it is known who calls.
 *
 * @param maxConnections open connections; further ones wait in the backlog
 * @param maxRequests requests handled at once; further ones get 503
 * @param maxHeaderBytes of one request's headers
 * @param maxBodyBytes of one request's body, counted while reading
 * @param silence how long a connection may rest between two requests
 * @param arrival how long the headers and the body of one request may take to arrive
 * @param drain how long a stop waits for answers under way
 */
public record HttpLimits(
    int maxConnections,
    int maxRequests,
    int maxHeaderBytes,
    int maxBodyBytes,
    Duration silence,
    Duration arrival,
    Duration drain) {
  /** What a miner on the internet needs: validators are some dozens, their requests some kB. */
  public static final HttpLimits DEFAULT =
      new HttpLimits(
          1024,
          320,
          32 * 1024,
          1024 * 1024,
          Duration.ofSeconds(15),
          Duration.ofSeconds(20),
          Duration.ofSeconds(10));
}
