package io.gasminer.c2pa.cose;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Optional;

/**
 * Owns the making of raw signatures with keys that never show themselves. Providers of hardware
 * often know ECDSA in the form of X.509 alone; theirs is converted.
 */
final class KeySignature {
  private KeySignature() {}

  static byte[] sign(
      PrivateKey key,
      Optional<Provider> provider,
      SigningAlgorithm algorithm,
      byte[] bytes,
      int size)
      throws GeneralSecurityException {
    try {
      return sign(key, named(algorithm.jcaName(), provider), algorithm.parameters(), bytes);
    } catch (NoSuchAlgorithmException | InvalidKeyException unknown) {
      if (!algorithm.isEcdsa()) {
        throw unknown;
      }
      String name = algorithm.jcaName().replace("inP1363Format", "");
      byte[] pair = sign(key, named(name, provider), Optional.empty(), bytes);
      return DerSignature.flat(pair, size);
    }
  }

  private static byte[] sign(
      PrivateKey key, Signature signing, Optional<AlgorithmParameterSpec> parameters, byte[] bytes)
      throws GeneralSecurityException {
    // The key first: it decides which provider signs, and parameters would decide it too early.
    signing.initSign(key);
    if (parameters.isPresent()) {
      signing.setParameter(parameters.get());
    }
    signing.update(bytes);
    return signing.sign();
  }

  private static Signature named(String name, Optional<Provider> provider)
      throws NoSuchAlgorithmException {
    return provider.isPresent()
        ? Signature.getInstance(name, provider.get())
        : Signature.getInstance(name);
  }
}
