package io.gasminer.miner.http;

import java.util.Optional;

/**
 * Owns which requests an endpoint gets.
 *
 * @param path an exact path, or one that ends in {@code /} and takes one more segment
 */
record Route(String method, String path, Endpoint endpoint) {
  /** What of the decoded path follows the route's own part; empty when it is another's path. */
  Optional<String> rest(String decoded) {
    if (!path.endsWith("/")) {
      return decoded.equals(path) ? Optional.of("") : Optional.empty();
    }
    if (!decoded.startsWith(path) || decoded.length() == path.length()) {
      return Optional.empty();
    }
    String rest = decoded.substring(path.length());
    return rest.indexOf('/') < 0 ? Optional.of(rest) : Optional.empty();
  }
}
