package io.gasminer.c2pa.timestamp;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** Owns the digests that time-stamps may use, by their object identifiers. */
final class Digests {
  private Digests() {}

  static Optional<MessageDigest> of(String oid) {
    return signatureName(oid).map(Digests::dashed).map(Digests::instance);
  }

  /** The name as it stands in the JCA's names of signatures. */
  static Optional<String> signatureName(String oid) {
    return switch (oid) {
      case "1.3.14.3.2.26" -> Optional.of("SHA1");
      case "2.16.840.1.101.3.4.2.1" -> Optional.of("SHA256");
      case "2.16.840.1.101.3.4.2.2" -> Optional.of("SHA384");
      case "2.16.840.1.101.3.4.2.3" -> Optional.of("SHA512");
      default -> Optional.empty();
    };
  }

  static String dashed(String name) {
    return "SHA-" + name.substring("SHA".length());
  }

  private static MessageDigest instance(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JVM has " + name, impossible);
    }
  }
}
