package io.gasminer.c2pa.x509;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/**
 * Owns the extended key usages of a certificate and which sets of them are sound.
 *
 * @param present whether the certificate has the extension at all
 */
record ExtendedUsage(boolean present, Set<String> purposes) {
  static ExtendedUsage of(Certificate certificate) {
    Extension extension = certificate.holder().getExtension(Extension.extendedKeyUsage);
    if (extension == null) {
      return new ExtendedUsage(false, Set.of());
    }
    try {
      Set<String> purposes = new HashSet<>();
      ASN1Encodable value = extension.getParsedValue();
      for (KeyPurposeId purpose : ExtendedKeyUsage.getInstance(value).getUsages()) {
        purposes.add(purpose.getId());
      }
      return new ExtendedUsage(true, purposes);
    } catch (RuntimeException malformed) {
      // The ASN.1 reader answers hostile bytes with many kinds of unchecked exceptions.
      return new ExtendedUsage(true, Set.of());
    }
  }

  boolean hasAny() {
    return purposes.contains(KeyUsages.ANY);
  }

  /** These three always count, whatever the store says, as they do for the validators. */
  boolean isAllowedBy(Set<String> usages) {
    return has(KeyUsages.EMAIL_PROTECTION, KeyUsages.TIME_STAMPING, KeyUsages.OCSP_SIGNING)
        || purposes.stream().anyMatch(usages::contains);
  }

  /** Whether time-stamping or OCSP signing stands beside another usage. */
  boolean isMixed() {
    return has(KeyUsages.TIME_STAMPING, KeyUsages.OCSP_SIGNING) && purposes.size() > 1;
  }

  private boolean has(String... any) {
    return Arrays.stream(any).anyMatch(purposes::contains);
  }
}
