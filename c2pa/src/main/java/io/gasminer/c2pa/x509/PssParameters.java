package io.gasminer.c2pa.x509;

import java.util.Optional;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * Owns the parameters of an RSASSA-PSS signature: only SHA-2, the same for the mask.
 *
 * @param present whether there are any
 * @param consistent whether both digests are the same
 * @param digest the digest as the JCA names it, where it is allowed
 */
record PssParameters(boolean present, boolean consistent, Optional<String> digest) {
  static PssParameters of(AlgorithmIdentifier algorithm) {
    if (algorithm.getParameters() == null) {
      return new PssParameters(false, false, Optional.empty());
    }
    try {
      RSASSAPSSparams parameters = RSASSAPSSparams.getInstance(algorithm.getParameters());
      String digest = parameters.getHashAlgorithm().getAlgorithm().getId();
      AlgorithmIdentifier mask =
          AlgorithmIdentifier.getInstance(parameters.getMaskGenAlgorithm().getParameters());
      boolean same = mask.getAlgorithm().getId().equals(digest);
      return new PssParameters(true, same, same ? name(digest) : Optional.empty());
    } catch (RuntimeException malformed) {
      // The ASN.1 reader answers hostile bytes with many kinds of unchecked exceptions.
      return new PssParameters(true, false, Optional.empty());
    }
  }

  private static Optional<String> name(String oid) {
    return switch (oid) {
      case Oids.SHA256 -> Optional.of("SHA-256");
      case Oids.SHA384 -> Optional.of("SHA-384");
      case Oids.SHA512 -> Optional.of("SHA-512");
      default -> Optional.empty();
    };
  }
}
