package io.gasminer.c2pa.timestamp;

import io.gasminer.c2pa.x509.Certificate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.tsp.TimeStampResp;

/** Owns a time-stamp token that has been read: its signed data and the certificates in it. */
final class StampToken {
  private static final String SIGNED_DATA = "1.2.840.113549.1.7.2";
  private static final int GRANTED_WITH_MODS = 1;

  private final SignedData data;
  private final List<Certificate> certificates;

  private StampToken(SignedData data, List<Certificate> certificates) {
    this.data = data;
    this.certificates = certificates;
  }

  /** Reads a response or a bare token; empty where it is neither, or not granted. */
  static Optional<StampToken> parse(byte[] der) {
    try {
      return contentInfo(der)
          .filter(info -> info.getContentType().getId().equals(SIGNED_DATA))
          .map(info -> SignedData.getInstance(info.getContent()))
          .map(data -> new StampToken(data, certificates(data)));
    } catch (IOException | RuntimeException malformed) {
      // The ASN.1 reader answers hostile bytes with many kinds of unchecked exceptions.
      return Optional.empty();
    }
  }

  private static Optional<ContentInfo> contentInfo(byte[] der) throws IOException {
    ASN1Sequence outer = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(der));
    if (!(outer.getObjectAt(0) instanceof ASN1Sequence)) {
      return Optional.of(ContentInfo.getInstance(outer));
    }
    TimeStampResp response = TimeStampResp.getInstance(outer);
    int status =
        ASN1Integer.getInstance(
                ASN1Sequence.getInstance(response.getStatus().toASN1Primitive()).getObjectAt(0))
            .intValueExact();
    return status <= GRANTED_WITH_MODS
        ? Optional.ofNullable(response.getTimeStampToken())
        : Optional.empty();
  }

  private static List<Certificate> certificates(SignedData data) {
    List<Certificate> all = new ArrayList<>();
    if (data.getCertificates() == null) {
      return all;
    }
    for (ASN1Encodable item : data.getCertificates()) {
      Optional<Certificate> certificate = certificate(item);
      if (certificate.isEmpty()) {
        return List.of();
      }
      all.add(certificate.get());
    }
    return all;
  }

  private static Optional<Certificate> certificate(ASN1Encodable item) {
    try {
      return item.toASN1Primitive() instanceof ASN1Sequence sequence
          ? Certificate.parse(sequence.getEncoded())
          : Optional.empty();
    } catch (IOException malformed) {
      return Optional.empty();
    }
  }

  /** Whether it carries certificates and all of them can be read. */
  boolean hasCertificates() {
    return !certificates.isEmpty();
  }

  /** Whether a certificate in it cannot be read, but has the outline of one. */
  boolean hasUnreadableCertificate() {
    if (data.getCertificates() == null) {
      return false;
    }
    for (ASN1Encodable item : data.getCertificates()) {
      if (certificate(item).isEmpty() && hasOutline(item)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasOutline(ASN1Encodable item) {
    try {
      return Certificate.hasOutline(item.toASN1Primitive().getEncoded());
    } catch (IOException malformed) {
      return false;
    }
  }

  /** The signers whose certificate is in the token. */
  List<StampSigner> signers() {
    List<StampSigner> signers = new ArrayList<>();
    for (ASN1Encodable item : data.getSignerInfos()) {
      signer(item).ifPresent(signers::add);
    }
    return signers;
  }

  private Optional<StampSigner> signer(ASN1Encodable item) {
    try {
      SignerInfo info = SignerInfo.getInstance(item);
      return certificates.stream()
          .filter(certificate -> SignerIds.names(info.getSID(), certificate))
          .findFirst()
          .map(found -> new StampSigner(data, info, found, fromLeaf(found)));
    } catch (RuntimeException malformed) {
      // The ASN.1 reader answers hostile bytes with many kinds of unchecked exceptions.
      return Optional.empty();
    }
  }

  /** The certificates come as a set; a chain goes from each to one with its issuer's name. */
  private List<Certificate> fromLeaf(Certificate leaf) {
    List<Certificate> rest = new ArrayList<>(certificates);
    rest.remove(leaf);
    List<Certificate> chain = new ArrayList<>(List.of(leaf));
    Optional<Certificate> next = issuerOf(leaf, rest);
    while (next.isPresent()) {
      chain.add(next.get());
      rest.remove(next.get());
      next = issuerOf(next.get(), rest);
    }
    return chain;
  }

  private static Optional<Certificate> issuerOf(Certificate child, List<Certificate> candidates) {
    return candidates.stream()
        .filter(candidate -> child.isIssuedBy(candidate.subjectDer()))
        .findFirst();
  }
}
