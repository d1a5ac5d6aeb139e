package io.gasminer.bittensor.rpc;

import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * What a node's connection takes from the process.
 *
 * @param tls whose certificates are trusted, asked for only where an endpoint needs them; the
 *     host's name is checked in any case
 */
public record Surroundings(NodeClock clock, RandomGenerator random, Supplier<SSLContext> tls) {
  /** The real things, and the certificates that the platform trusts. */
  public static Surroundings real() {
    return new Surroundings(NodeClock.real(), RandomGenerator.getDefault(), Surroundings::platform);
  }

  private static SSLContext platform() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException noTls) {
      throw new IllegalStateException("this Java has no TLS", noTls);
    }
  }

  /**
   * For a client that never speaks TLS and wants a context all the same: it trusts nobody, and
   * costs no reading of the platform's certificates, which takes longer than the handshake.
   */
  static SSLContext trustingNobody() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[0], null);
      return context;
    } catch (GeneralSecurityException noTls) {
      throw new IllegalStateException("this Java has no TLS", noTls);
    }
  }
}
