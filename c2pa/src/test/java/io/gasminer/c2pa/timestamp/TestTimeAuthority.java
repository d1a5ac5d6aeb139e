package io.gasminer.c2pa.timestamp;

import io.gasminer.c2pa.cose.TimeStampSource;
import io.gasminer.c2pa.x509.Certificate;
import io.gasminer.c2pa.x509.CertificateRequest;
import io.gasminer.c2pa.x509.TrustAnchor;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.bouncycastle.util.CollectionStore;

/** A time-stamping authority under a root of its own. */
public final class TestTimeAuthority implements TimeStampSource {
  private final Certificate root;
  private final KeyPair keys;
  private final X509CertificateHolder leaf;
  private final Instant time;

  /** It always says that time. */
  public TestTimeAuthority(Instant time) throws Exception {
    this.time = time;
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    KeyPair rootKeys = generator.generateKeyPair();
    Instant from = time.minus(Duration.ofDays(1));
    Instant until = time.plus(Duration.ofDays(1));
    this.root =
        new CertificateRequest("Time Org", "Time Root", rootKeys.getPublic())
            .selfSigned(rootKeys.getPrivate(), from, until);
    this.keys = generator.generateKeyPair();
    JcaX509ExtensionUtils utils = new JcaX509ExtensionUtils();
    X509CertificateHolder issuer = new X509CertificateHolder(root.der());
    this.leaf =
        new X509v3CertificateBuilder(
                issuer.getSubject(),
                BigInteger.TWO,
                Date.from(from),
                Date.from(until),
                new X500Name("O=Time Org,CN=Time Signer"),
                SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()))
            .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
            .addExtension(
                Extension.extendedKeyUsage,
                true,
                new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping))
            .addExtension(
                Extension.authorityKeyIdentifier, false, utils.createAuthorityKeyIdentifier(issuer))
            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(rootKeys.getPrivate()));
  }

  /** Its root. */
  public TrustAnchor anchor() {
    return TrustAnchor.of(root);
  }

  /** The root's certificate. */
  public Certificate root() {
    return root;
  }

  @Override
  public int longestToken() {
    return 4000;
  }

  @Override
  public Optional<byte[]> token(byte[] stamped) {
    try {
      byte[] imprint = MessageDigest.getInstance("SHA-256").digest(stamped);
      TimeStampRequestGenerator request = new TimeStampRequestGenerator();
      request.setCertReq(true);
      TimeStampTokenGenerator generator =
          new TimeStampTokenGenerator(
              new JcaSimpleSignerInfoGeneratorBuilder()
                  .build("SHA256withECDSA", keys.getPrivate(), leaf),
              new JcaDigestCalculatorProviderBuilder()
                  .build()
                  .get(new AlgorithmIdentifier(TSPAlgorithms.SHA256)),
              new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1"));
      generator.addCertificates(
          new CollectionStore<>(List.of(leaf, new X509CertificateHolder(root.der()))));
      return Optional.of(
          generator
              .generate(
                  request.generate(TSPAlgorithms.SHA256, imprint), BigInteger.ONE, Date.from(time))
              .getEncoded());
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
