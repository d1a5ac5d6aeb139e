package io.gasminer.c2pa.x509;

import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1NumericString;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1PrintableString;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;

/** Owns an X.509 certificate that has been read; immutable. */
public final class Certificate {
  private static final int KEY_FIELD = 6;

  private final byte[] der;
  private final X509CertificateHolder holder;

  private Certificate(byte[] der, X509CertificateHolder holder) {
    this.der = der;
    this.holder = holder;
  }

  /** Reads DER; empty where it is no certificate. */
  public static Optional<Certificate> parse(byte[] der) {
    try {
      X509CertificateHolder holder = new X509CertificateHolder(der);
      Certificate certificate = new Certificate(der.clone(), holder);
      certificate.notBefore();
      certificate.notAfter();
      return Optional.of(certificate);
    } catch (IOException | RuntimeException notACertificate) {
      // The ASN.1 reader answers hostile bytes with many kinds of unchecked exceptions.
      return Optional.empty();
    }
  }

  /** Whether bytes that cannot be read as a whole still have the outline of one, with a key. */
  public static boolean hasOutline(byte[] der) {
    return keyInOutline(der).isPresent();
  }

  /** The key in DER of bytes that cannot be read as a whole but have the outline of one. */
  public static Optional<byte[]> keyInOutline(byte[] der) {
    try {
      byte[] field = DerOutline.field(der, KEY_FIELD);
      return Optional.of(encoded(SubjectPublicKeyInfo.getInstance(field)));
    } catch (RuntimeException malformed) {
      // The ASN.1 reader answers hostile bytes with many kinds of unchecked exceptions.
      return Optional.empty();
    }
  }

  /** The bytes that were read. */
  public byte[] der() {
    return der.clone();
  }

  /** The last organisation (O) of the subject, where it is text that the field's readers read. */
  public Optional<String> organisation() {
    return subject(BCStyle.O);
  }

  /** The last common name (CN) of the subject. */
  public Optional<String> commonName() {
    return subject(BCStyle.CN);
  }

  /** The subject's whole name as text, for people. */
  public String subjectName() {
    return holder.getSubject().toString();
  }

  /** The issuer's whole name as text, for people. */
  public String issuerName() {
    return holder.getIssuer().toString();
  }

  /** The extended key usages as dotted numbers; empty where there are none that can be read. */
  public Set<String> usages() {
    return Set.copyOf(ExtendedUsage.of(this).purposes());
  }

  /** The serial number. */
  public BigInteger serial() {
    return holder.getSerialNumber();
  }

  /** SHA-256 of the certificate in lower-case hexadecimal. */
  public String fingerprint() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JVM has SHA-256", impossible);
    }
  }

  /** The first instant it is valid. */
  public Instant notBefore() {
    return holder.getNotBefore().toInstant();
  }

  /** The last instant it is valid, to the second. */
  public Instant notAfter() {
    return holder.getNotAfter().toInstant();
  }

  /** Whether it is valid at that second. */
  public boolean isValidAt(Instant when) {
    long second = when.getEpochSecond();
    return second >= notBefore().getEpochSecond() && second <= notAfter().getEpochSecond();
  }

  /** Whether that name in DER is the issuer's. */
  public boolean isIssuedBy(byte[] subject) {
    return Arrays.equals(encoded(holder.getIssuer()), subject);
  }

  /** The subject in DER. */
  public byte[] subjectDer() {
    return encoded(holder.getSubject());
  }

  /** The public key as SubjectPublicKeyInfo in DER. */
  public byte[] publicKeyDer() {
    return encoded(holder.getSubjectPublicKeyInfo());
  }

  X509CertificateHolder holder() {
    return holder;
  }

  /** The last value; empty too where the name is not what its outline promises. */
  private Optional<String> subject(ASN1ObjectIdentifier type) {
    try {
      Optional<ASN1Encodable> last = Optional.empty();
      for (RDN names : holder.getSubject().getRDNs()) {
        for (AttributeTypeAndValue name : names.getTypesAndValues()) {
          if (name.getType().equals(type)) {
            last = Optional.of(name.getValue());
          }
        }
      }
      return last.flatMap(Certificate::text);
    } catch (RuntimeException malformed) {
      // The ASN.1 reader answers hostile bytes with many kinds of unchecked exceptions.
      return Optional.empty();
    }
  }

  private static Optional<String> text(ASN1Encodable value) {
    return switch (value) {
      case ASN1UTF8String text -> Optional.of(text.getString());
      case ASN1PrintableString text -> Optional.of(text.getString());
      case ASN1IA5String text -> Optional.of(text.getString());
      case ASN1NumericString text -> Optional.of(text.getString());
      default -> Optional.empty();
    };
  }

  private static byte[] encoded(ASN1Object object) {
    try {
      return object.getEncoded();
    } catch (IOException impossible) {
      throw new IllegalStateException("writing to memory failed", impossible);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Certificate that && Arrays.equals(der, that.der);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(der);
  }

  @Override
  public String toString() {
    return "Certificate[" + holder.getSubject() + ", serial " + serial() + "]";
  }
}
