package io.gasminer.bittensor.rpc;

import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;

/**
 * What a node's connection takes from the process.
 *
 * @param tls whose certificates are trusted; the host's name is checked in any case
 */
public record Surroundings(NodeClock clock, RandomGenerator random, SSLContext tls) {
  /** The real things, and the certificates that the platform trusts. */
  public static Surroundings real() {
    try {
      return new Surroundings(
          NodeClock.real(), RandomGenerator.getDefault(), SSLContext.getDefault());
    } catch (NoSuchAlgorithmException noTls) {
      throw new IllegalStateException("this Java has no TLS", noTls);
    }
  }
}
