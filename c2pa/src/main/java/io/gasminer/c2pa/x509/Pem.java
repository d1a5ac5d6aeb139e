package io.gasminer.c2pa.x509;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Owns the reading and writing of certificates as text (RFC 7468). */
public final class Pem {
  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
  private static final String END = "-----END CERTIFICATE-----";
  private static final int LINE = 64;

  private Pem() {}

  /** What came of reading. */
  public sealed interface Reading {
    /** Every block is a certificate; in the order of the text, at least one. */
    record Certificates(List<Certificate> certificates) implements Reading {
      public Certificates {
        certificates = List.copyOf(certificates);
      }

      /** Each certificate as an anchor. */
      public List<TrustAnchor> anchors() {
        return certificates.stream().map(TrustAnchor::of).toList();
      }
    }

    /** The text is not what it should be; says where, what it means and what to do. */
    record Unreadable(String problem) implements Reading {}
  }

  /** Reads all certificates; text between the blocks and blocks of other kinds are passed over. */
  public static Reading read(String text) {
    List<Certificate> certificates = new ArrayList<>();
    Optional<StringBuilder> block = Optional.empty();
    int number = 0;
    int began = 0;
    for (String line : text.lines().toList()) {
      number++;
      String bare = line.strip();
      if (bare.equals(BEGIN)) {
        block = Optional.of(new StringBuilder());
        began = number;
      } else if (bare.equals(END) && block.isPresent()) {
        Optional<Certificate> read = certificate(block.get().toString());
        if (read.isEmpty()) {
          return unreadable("The block that begins in line " + began + " is no certificate.");
        }
        certificates.add(read.get());
        block = Optional.empty();
      } else {
        block.ifPresent(inner -> inner.append(bare));
      }
    }
    if (block.isPresent()) {
      return unreadable("The block that begins in line " + began + " does not end.");
    }
    return certificates.isEmpty()
        ? unreadable("There is no \"" + BEGIN + "\" in it.")
        : new Reading.Certificates(certificates);
  }

  /** The certificates as text, one block each. */
  public static String write(List<Certificate> certificates) {
    Base64.Encoder base64 = Base64.getMimeEncoder(LINE, new byte[] {'\n'});
    StringBuilder text = new StringBuilder();
    for (Certificate certificate : certificates) {
      text.append(BEGIN).append('\n');
      text.append(base64.encodeToString(certificate.der())).append('\n');
      text.append(END).append('\n');
    }
    return text.toString();
  }

  private static Optional<Certificate> certificate(String base64) {
    try {
      return Certificate.parse(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static Reading unreadable(String what) {
    return new Reading.Unreadable(
        what
            + " Nobody in this text is trusted. Give a file of certificates in PEM, each between \""
            + BEGIN
            + "\" and \""
            + END
            + "\".");
  }
}
