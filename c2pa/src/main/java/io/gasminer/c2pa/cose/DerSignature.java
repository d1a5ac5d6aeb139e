package io.gasminer.c2pa.cose;

import java.io.IOException;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;

/** Owns the question whether an ECDSA signature has the form of X.509, which COSE forbids. */
final class DerSignature {
  private DerSignature() {}

  static boolean looksLike(byte[] signature) {
    try {
      return ASN1Primitive.fromByteArray(signature) instanceof ASN1Sequence pair
          && pair.size() == 2
          && pair.getObjectAt(0) instanceof ASN1Integer
          && pair.getObjectAt(1) instanceof ASN1Integer;
    } catch (IOException | RuntimeException somethingElse) {
      // The ASN.1 reader answers other bytes with many kinds of unchecked exceptions.
      return false;
    }
  }
}
