package io.gasminer.c2pa.x509;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Only who may speak for the issuer, of this certificate and at a time that counts, is heard. */
class OcspResponseTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Instant FROM = NOW.minus(Duration.ofDays(30));
  private static final Instant UNTIL = NOW.plus(Duration.ofDays(30));
  private static final Validity UNSTAMPED = new Validity(Optional.empty(), NOW, true);

  private KeyPair rootKeys;
  private Certificate root;
  private Certificate signer;
  private TrustStore trust;

  @BeforeEach
  void aSignerHasAnIssuer() throws Exception {
    rootKeys = keys();
    root =
        new CertificateRequest("Org", "Root", rootKeys.getPublic())
            .selfSigned(rootKeys.getPrivate(), FROM, UNTIL);
    signer = leaf(7, "Signer", keys(), KeyPurposeId.id_kp_emailProtection);
    trust = TrustStore.none().withAnchors(List.of(TrustAnchor.of(root)));
  }

  @Test
  void whatTheIssuersResponderSaysIsTold() throws Exception {
    assertThat(judge(response(7, CertificateStatus.GOOD))).isEqualTo(Revocation.NOT_REVOKED);
    assertThat(judge(response(7, revoked(CRLReason.keyCompromise)))).isEqualTo(Revocation.REVOKED);
    assertThat(judge(response(7, new UnknownStatus()))).isEqualTo(Revocation.UNTOLD);
  }

  @Test
  void whatIsSaidOfAnotherCertificateIsNot() throws Exception {
    assertThat(judge(response(8, CertificateStatus.GOOD))).isEqualTo(Revocation.UNTOLD);
    assertThat(judge(response(8, revoked(CRLReason.keyCompromise)))).isEqualTo(Revocation.UNTOLD);
  }

  @Test
  void nobodyElseMaySpeak() throws Exception {
    byte[] response = response(7, revoked(CRLReason.keyCompromise));
    OcspResponse parsed = OcspResponse.parse(response).orElseThrow();
    assertThat(parsed.of(List.of(signer, root), TrustStore.none(), UNSTAMPED))
        .isEqualTo(Revocation.UNTOLD);
    KeyPair own = keys();
    Certificate mailer = leaf(9, "Mailer", own, KeyPurposeId.id_kp_emailProtection);
    assertThat(judge(response(7, CertificateStatus.GOOD, own, mailer)))
        .isEqualTo(Revocation.UNTOLD);
  }

  @Test
  void aSignatureFromBeforeTheRevocationIsNotHurt() throws Exception {
    OcspResponse parsed =
        OcspResponse.parse(response(7, revoked(CRLReason.keyCompromise))).orElseThrow();
    Instant before = NOW.minus(Duration.ofDays(2));
    assertThat(
            parsed.of(List.of(signer, root), trust, new Validity(Optional.of(before), NOW, true)))
        .isEqualTo(Revocation.UNTOLD);
    assertThat(parsed.of(List.of(signer, root), trust, new Validity(Optional.of(NOW), NOW, true)))
        .isEqualTo(Revocation.REVOKED);
  }

  @Test
  void hostileBytesAreNoResponse() throws Exception {
    byte[] whole = response(7, CertificateStatus.GOOD);
    for (int length = 0; length < whole.length; length++) {
      assertThat(OcspResponse.parse(Arrays.copyOf(whole, length))).isEmpty();
    }
    Random random = new Random(34);
    for (int round = 0; round < 500; round++) {
      byte[] changed = whole.clone();
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      Optional<OcspResponse> parsed = OcspResponse.parse(changed);
      assertThat(parsed.map(found -> found.of(List.of(signer, root), trust, UNSTAMPED)))
          .isNotEqualTo(Optional.of(Revocation.REVOKED));
    }
    assertThat(OcspResponse.parse(new byte[2 << 20])).isEmpty();
  }

  private Revocation judge(byte[] response) {
    return OcspResponse.parse(response)
        .map(parsed -> parsed.of(List.of(signer, root), trust, UNSTAMPED))
        .orElse(Revocation.UNTOLD);
  }

  private static CertificateStatus revoked(int reason) {
    return new RevokedStatus(Date.from(NOW.minus(Duration.ofDays(1))), reason);
  }

  private byte[] response(long serial, CertificateStatus status) throws Exception {
    KeyPair own = keys();
    return response(serial, status, own, leaf(3, "Responder", own, KeyPurposeId.id_kp_OCSPSigning));
  }

  private byte[] response(long serial, CertificateStatus status, KeyPair own, Certificate responder)
      throws Exception {
    CertificateID subject =
        new CertificateID(
            new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
            root.holder(),
            BigInteger.valueOf(serial));
    return new OCSPRespBuilder()
        .build(
            OCSPRespBuilder.SUCCESSFUL,
            new BasicOCSPRespBuilder(new RespID(responder.holder().getSubject()))
                .addResponse(
                    subject,
                    status,
                    Date.from(NOW.minus(Duration.ofDays(1))),
                    Date.from(NOW.plus(Duration.ofDays(1))))
                .build(
                    new JcaContentSignerBuilder("SHA256withECDSA").build(own.getPrivate()),
                    new X509CertificateHolder[] {responder.holder()},
                    Date.from(NOW)))
        .getEncoded();
  }

  private Certificate leaf(long serial, String name, KeyPair own, KeyPurposeId purpose)
      throws Exception {
    X509CertificateHolder holder =
        new X509v3CertificateBuilder(
                root.holder().getSubject(),
                BigInteger.valueOf(serial),
                Date.from(FROM),
                Date.from(UNTIL),
                new X500Name("O=Org,CN=" + name),
                SubjectPublicKeyInfo.getInstance(own.getPublic().getEncoded()))
            .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
            .addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose))
            .addExtension(
                Extension.authorityKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(root.holder()))
            .addExtension(
                new ASN1ObjectIdentifier("1.3.6.1.5.5.7.48.1.5"), false, new byte[] {5, 0})
            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(rootKeys.getPrivate()));
    return Certificate.parse(holder.getEncoded()).orElseThrow();
  }

  private static KeyPair keys() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    return generator.generateKeyPair();
  }
}
