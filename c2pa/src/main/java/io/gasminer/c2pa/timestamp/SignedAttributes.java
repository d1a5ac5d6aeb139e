package io.gasminer.c2pa.timestamp;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.Time;
import org.jspecify.annotations.Nullable;

/**
 * Owns the signed attributes of a signer (RFC 5652 §5.3) that matter to a time-stamp.
 *
 * @param present whether there are any
 * @param set the attributes; empty where there are none
 */
record SignedAttributes(
    boolean present, ASN1Set set, Optional<byte[]> messageDigest, Optional<Instant> signingTime) {
  private static final String MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
  private static final String SIGNING_TIME = "1.2.840.113549.1.9.5";

  static SignedAttributes of(@Nullable ASN1Set set) {
    if (set == null) {
      return new SignedAttributes(false, new DERSet(), Optional.empty(), Optional.empty());
    }
    Optional<byte[]> digest =
        single(set, MESSAGE_DIGEST).map(value -> ASN1OctetString.getInstance(value).getOctets());
    Optional<Instant> time =
        single(set, SIGNING_TIME).map(value -> Time.getInstance(value).getDate().toInstant());
    return new SignedAttributes(true, set, digest, time);
  }

  /** The bytes that the signature covers: the set in DER, with its own tag. */
  byte[] signed() throws IOException {
    return set.getEncoded(ASN1Encoding.DER);
  }

  private static Optional<ASN1Encodable> single(ASN1Set set, String type) {
    for (ASN1Encodable item : set) {
      Attribute attribute = Attribute.getInstance(item);
      if (attribute.getAttrType().getId().equals(type)) {
        ASN1Set values = attribute.getAttrValues();
        return values.size() == 1 ? Optional.of(values.getObjectAt(0)) : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
