package io.gasminer.c2pa;

import io.gasminer.c2pa.cose.SigningAlgorithm;
import io.gasminer.c2pa.cose.SigningCredential;
import io.gasminer.c2pa.x509.Certificate;
import io.gasminer.c2pa.x509.CertificateRequest;
import io.gasminer.c2pa.x509.Pem;
import io.gasminer.c2pa.x509.TrustAnchor;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Owns a root of trust that lives as long as the process, and issues signing credentials under it:
 * for rehearsals and tests, never for real provenance. Immutable.
 */
public final class PrivateAuthority {
  private static final Duration ROOT_LIFE = Duration.ofDays(3650);
  private static final Duration LEAF_LIFE = Duration.ofDays(365);
  private static final Duration CLOCK_SKEW = Duration.ofHours(1);
  private static final int RSA_BITS = 2048;

  private final KeyPair keys;
  private final Certificate root;

  private PrivateAuthority(KeyPair keys, Certificate root) {
    this.keys = keys;
    this.root = root;
  }

  /** A new root of that organisation, valid from an hour before {@code now}. */
  public static PrivateAuthority create(String organisation, Instant now) {
    KeyPair keys = keys(SigningAlgorithm.ES256);
    Certificate root =
        new CertificateRequest(organisation, organisation + " Root", keys.getPublic())
            .selfSigned(keys.getPrivate(), now.minus(CLOCK_SKEW), now.plus(ROOT_LIFE));
    return new PrivateAuthority(keys, root);
  }

  /** A new ES256 credential of that organisation, valid for a year. */
  public SigningCredential issue(String organisation, String commonName, Instant now) {
    return issue(organisation, commonName, SigningAlgorithm.ES256, now);
  }

  /** A new credential of that organisation for any algorithm, valid for a year. */
  public SigningCredential issue(
      String organisation, String commonName, SigningAlgorithm algorithm, Instant now) {
    KeyPair own = keys(algorithm);
    Certificate leaf =
        new CertificateRequest(organisation, commonName, own.getPublic())
            .signedBy(root, keys.getPrivate(), now.minus(CLOCK_SKEW), now.plus(LEAF_LIFE));
    return new SigningCredential(own.getPrivate(), List.of(leaf), algorithm);
  }

  /** The root as an anchor, for a trust store. */
  public TrustAnchor anchor() {
    return TrustAnchor.of(root);
  }

  /** The root's certificate. */
  public Certificate root() {
    return root;
  }

  /** The root's certificate as text. */
  public String rootPem() {
    return Pem.write(List.of(root));
  }

  private static KeyPair keys(SigningAlgorithm algorithm) {
    try {
      return switch (algorithm) {
        case ES256 -> curve("secp256r1");
        case ES384 -> curve("secp384r1");
        case ES512 -> curve("secp521r1");
        case ED25519 -> KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        case PS256, PS384, PS512 -> {
          KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
          generator.initialize(RSA_BITS);
          yield generator.generateKeyPair();
        }
      };
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK makes keys for " + algorithm, impossible);
    }
  }

  private static KeyPair curve(String name) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(name));
    return generator.generateKeyPair();
  }
}
