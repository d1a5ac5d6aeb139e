package io.gasminer.c2pa.cose;

import io.gasminer.c2pa.x509.Certificate;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/**
 * Owns what signs a claim: a private key, which may live in hardware, its certificate chain and the
 * algorithm. Never shows the key. Thread-safe when the key is.
 */
public final class SigningCredential {
  private final PrivateKey key;
  private final List<Certificate> chain;
  private final SigningAlgorithm algorithm;
  private final Optional<Provider> provider;
  private final int signatureSize;

  /**
   * Binds them.
   *
   * @param chain the signing certificate first, each signed by the next; without the anchor
   * @throws IllegalArgumentException when the chain is empty or its key is not of the algorithm's
   *     kind
   */
  public SigningCredential(PrivateKey key, List<Certificate> chain, SigningAlgorithm algorithm) {
    this(key, chain, algorithm, Optional.empty());
  }

  private SigningCredential(
      PrivateKey key,
      List<Certificate> chain,
      SigningAlgorithm algorithm,
      Optional<Provider> provider) {
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("a signing credential needs a certificate");
    }
    this.key = key;
    this.chain = List.copyOf(chain);
    this.algorithm = algorithm;
    this.provider = provider;
    this.signatureSize = signatureSize(chain.getFirst(), algorithm);
  }

  /**
   * The same, signing with that provider alone: for keys in hardware whose kind several providers
   * claim to understand. Without one, the JDK asks its providers in their order.
   */
  public SigningCredential with(Provider only) {
    return new SigningCredential(key, chain, algorithm, Optional.of(only));
  }

  /** The certificates, the signing one first. */
  public List<Certificate> chain() {
    return chain;
  }

  /** How it signs. */
  public SigningAlgorithm algorithm() {
    return algorithm;
  }

  int signatureSize() {
    return signatureSize;
  }

  byte[] sign(byte[] bytes) {
    try {
      return KeySignature.sign(key, provider, algorithm, bytes, signatureSize);
    } catch (GeneralSecurityException refused) {
      throw new IllegalStateException(
          "the key of " + chain.getFirst() + " does not sign with " + algorithm, refused);
    }
  }

  private static int signatureSize(Certificate certificate, SigningAlgorithm algorithm) {
    try {
      AsymmetricKeyParameter key = PublicKeyFactory.createKey(certificate.publicKeyDer());
      boolean pss = algorithm.parameters().isPresent();
      return switch (key) {
        case RSAKeyParameters rsa when pss -> (rsa.getModulus().bitLength() + 7) / Byte.SIZE;
        case ECPublicKeyParameters point when algorithm.isEcdsa() ->
            2 * ((point.getParameters().getN().bitLength() + 7) / Byte.SIZE);
        case Ed25519PublicKeyParameters _ when algorithm == SigningAlgorithm.ED25519 ->
            Ed25519PublicKeyParameters.KEY_SIZE * 2;
        default ->
            throw new IllegalArgumentException(
                "the certificate's key does not fit " + algorithm + ": " + certificate);
      };
    } catch (IOException unreadable) {
      throw new IllegalArgumentException("a certificate with an unreadable key", unreadable);
    }
  }

  @Override
  public String toString() {
    return "SigningCredential[" + algorithm + ", " + chain.getFirst() + "]";
  }
}
