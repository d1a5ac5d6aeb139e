package io.gasminer.c2pa.x509;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.ocsp.ResponseData;

/**
 * Owns a successful OCSP response (RFC 6960) that carries its responder's certificate and whose
 * signature holds by it; immutable. Whether that responder may speak is asked when it is judged.
 */
public final class OcspResponse {
  private static final int LONGEST = 1 << 20;
  private static final int MOST_STATEMENTS = 1_000;
  private static final int MOST_CERTIFICATES = 16;

  private final ResponseData data;
  private final List<Certificate> responders;
  private final List<OcspStatement> statements;

  private OcspResponse(ResponseData data, List<Certificate> responders) {
    this.data = data;
    this.responders = responders;
    this.statements = statements(data);
  }

  /** Reads DER; empty where it is no such response, which counts as none. */
  public static Optional<OcspResponse> parse(byte[] der) {
    try {
      return der.length > LONGEST ? Optional.empty() : read(der);
    } catch (IOException | RuntimeException malformed) {
      // The ASN.1 reader answers hostile bytes with many kinds of unchecked exceptions.
      return Optional.empty();
    }
  }

  private static Optional<OcspResponse> read(byte[] der) throws IOException {
    OCSPResponse outer = OCSPResponse.getInstance(der);
    boolean successful =
        ASN1Enumerated.getInstance(outer.getResponseStatus().toASN1Primitive()).hasValue(0);
    if (!successful
        || outer.getResponseBytes() == null
        || !outer
            .getResponseBytes()
            .getResponseType()
            .equals(OCSPObjectIdentifiers.id_pkix_ocsp_basic)) {
      return Optional.empty();
    }
    BasicOCSPResponse basic =
        BasicOCSPResponse.getInstance(outer.getResponseBytes().getResponse().getOctets());
    List<Certificate> responders = certificates(basic.getCerts());
    if (responders.isEmpty()) {
      return Optional.empty();
    }
    boolean holds =
        CertificateSignature.holds(
            basic.getSignatureAlgorithm(),
            responders.getFirst().publicKeyDer(),
            basic.getTbsResponseData().getEncoded(),
            basic.getSignature().getOctets());
    return holds
        ? Optional.of(new OcspResponse(basic.getTbsResponseData(), responders))
        : Optional.empty();
  }

  private static List<Certificate> certificates(ASN1Sequence list) throws IOException {
    List<Certificate> certificates = new ArrayList<>();
    if (list == null || list.size() > MOST_CERTIFICATES) {
      return certificates;
    }
    for (ASN1Encodable item : list) {
      Optional<Certificate> certificate = Certificate.parse(item.toASN1Primitive().getEncoded());
      if (certificate.isEmpty()) {
        return List.of();
      }
      certificates.add(certificate.get());
    }
    return certificates;
  }

  private static List<OcspStatement> statements(ResponseData data) {
    if (data.getResponses().size() > MOST_STATEMENTS) {
      throw new IllegalArgumentException("too many statements");
    }
    List<OcspStatement> statements = new ArrayList<>();
    for (ASN1Encodable item : data.getResponses()) {
      statements.add(OcspStatement.of(item, data));
    }
    return List.copyOf(statements);
  }

  /**
   * What it says of the first certificate, the others being its chain in order: only statements
   * that name it count, and only by a responder that may sign responses and is trusted.
   */
  public Revocation of(List<Certificate> chain, TrustStore trust, Validity when) {
    boolean authorised =
        CertificateProfile.problem(responders.getFirst(), Set.of(KeyUsages.OCSP_SIGNING), when)
                .isEmpty()
            && trust.trustsResponder(pathFrom(chain), when);
    return authorised
        ? combined(statements.stream().filter(one -> one.isAbout(chain)).toList(), when)
        : Revocation.UNTOLD;
  }

  /** What it says of whatever it speaks of, by whoever signed it. */
  public Revocation ofAnything(Validity when) {
    return combined(statements, when);
  }

  private static Revocation combined(List<OcspStatement> statements, Validity when) {
    Revocation combined = Revocation.UNTOLD;
    for (OcspStatement statement : statements) {
      switch (statement.judge(when)) {
        case HOLDS -> {
          return Revocation.NOT_REVOKED;
        }
        case LATER -> {
          return Revocation.UNTOLD;
        }
        case REVOKED -> combined = Revocation.REVOKED;
        case NOTHING -> {
          // The next may say more.
        }
      }
    }
    return combined;
  }

  /** A responder often leaves out its issuer, which is the signer's. */
  private List<Certificate> pathFrom(List<Certificate> signer) {
    if (responders.size() > 1
        || signer.size() < 2
        || !responders.getFirst().isIssuedBy(signer.get(1).subjectDer())) {
      return responders;
    }
    List<Certificate> path = new ArrayList<>(responders);
    path.addAll(signer.subList(1, signer.size()));
    return path;
  }

  @Override
  public String toString() {
    return "OcspResponse[" + data.getResponderID().toASN1Primitive() + "]";
  }
}
