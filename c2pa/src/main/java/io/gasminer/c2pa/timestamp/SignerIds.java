package io.gasminer.c2pa.timestamp;

import io.gasminer.c2pa.x509.Certificate;
import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;

/** Owns the question whether a signer's identifier names a certificate (RFC 5652 §5.3). */
final class SignerIds {
  private SignerIds() {}

  static boolean names(SignerIdentifier id, Certificate certificate) {
    try {
      if (id.isTagged()) {
        return hasKey(certificate, ASN1OctetString.getInstance(id.getId()).getOctets());
      }
      IssuerAndSerialNumber wanted = IssuerAndSerialNumber.getInstance(id.getId());
      return wanted.getSerialNumber().getValue().equals(certificate.serial())
          && certificate.isIssuedBy(wanted.getName().getEncoded());
    } catch (IOException malformed) {
      return false;
    }
  }

  private static boolean hasKey(Certificate certificate, byte[] key) throws IOException {
    Extension own =
        new X509CertificateHolder(certificate.der()).getExtension(Extension.subjectKeyIdentifier);
    return own != null
        && Arrays.equals(
            SubjectKeyIdentifier.getInstance(own.getParsedValue()).getKeyIdentifier(), key);
  }
}
