package io.gasminer.c2pa.cose;

import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.util.BigIntegers;

/** Owns the form of ECDSA signatures in X.509, which COSE forbids. */
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

  /** The same signature as r | s; {@code size} is that of both together. */
  static byte[] flat(byte[] signature, int size) {
    ASN1Sequence pair = ASN1Sequence.getInstance(signature);
    byte[] flat = new byte[size];
    for (int i = 0; i < 2; i++) {
      BigInteger number = ASN1Integer.getInstance(pair.getObjectAt(i)).getPositiveValue();
      byte[] fixed = BigIntegers.asUnsignedByteArray(size / 2, number);
      System.arraycopy(fixed, 0, flat, i * size / 2, size / 2);
    }
    return flat;
  }
}
