package io.gasminer.c2pa.x509;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/**
 * Owns the checking of raw signatures with keys in DER (SubjectPublicKeyInfo). A key of another
 * kind, a malformed key or a malformed signature is a signature that does not hold.
 */
public final class PublicKeys {
  public static final String P256 = Oids.P256;
  public static final String P384 = Oids.P384;
  public static final String P521 = Oids.P521;

  private PublicKeys() {}

  /** RSA with PKCS #1 v1.5 padding; the name is the JCA's. */
  public static boolean rsa(String name, byte[] key, byte[] signed, byte[] signature) {
    return holds(
        () -> {
          Signature check = Signature.getInstance(name);
          check.initVerify(rsaKey(key, "RSA"));
          check.update(signed);
          return check.verify(signature);
        });
  }

  /** RSASSA-PSS with one digest and a salt of its length; the digest's name is the JCA's. */
  public static boolean pss(String digest, byte[] key, byte[] signed, byte[] signature) {
    return holds(
        () -> {
          Signature check = Signature.getInstance("RSASSA-PSS");
          check.setParameter(pssParameters(digest));
          check.initVerify(rsaKey(key, "RSASSA-PSS"));
          check.update(signed);
          return check.verify(signature);
        });
  }

  /** ECDSA; the JCA's name says the digest and the form of the signature. */
  public static boolean ecdsa(String name, byte[] key, byte[] signed, byte[] signature) {
    return holds(
        () -> {
          PublicKey point =
              KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(key));
          Signature check = Signature.getInstance(name);
          check.initVerify(point);
          check.update(signed);
          return check.verify(signature);
        });
  }

  /** Ed25519, with Bouncy Castle, whose verification takes an eighth of the JDK's time. */
  public static boolean ed25519(byte[] key, byte[] signed, byte[] signature) {
    return holds(
        () -> {
          if (!(PublicKeyFactory.createKey(key) instanceof Ed25519PublicKeyParameters point)) {
            return false;
          }
          Ed25519Signer check = new Ed25519Signer();
          check.init(false, point);
          check.update(signed, 0, signed.length);
          return check.verifySignature(signature);
        });
  }

  /** The parameters of RSASSA-PSS as COSE has them (RFC 8230 §2). */
  public static PSSParameterSpec pssParameters(String digest) {
    int salt = Integer.parseInt(digest.substring("SHA-".length())) / Byte.SIZE;
    return new PSSParameterSpec(
        digest, "MGF1", new MGF1ParameterSpec(digest), salt, PSSParameterSpec.TRAILER_FIELD_BC);
  }

  private static PublicKey rsaKey(byte[] key, String name)
      throws GeneralSecurityException, IOException {
    RSAPublicKey numbers = rsaNumbers(SubjectPublicKeyInfo.getInstance(key));
    return KeyFactory.getInstance(name)
        .generatePublic(new RSAPublicKeySpec(numbers.getModulus(), numbers.getPublicExponent()));
  }

  /** Whether the key is of an elliptic curve, and of that one, in dotted numbers. */
  public static boolean isOnCurve(byte[] key, String curve) {
    return holds(
        () -> {
          AlgorithmIdentifier kind = SubjectPublicKeyInfo.getInstance(key).getAlgorithm();
          return kind.getAlgorithm().getId().equals(Oids.EC)
              && kind.getParameters() instanceof ASN1ObjectIdentifier name
              && name.getId().equals(curve);
        });
  }

  /** Whether the key is RSA's, for whatever padding. */
  public static boolean isRsa(byte[] key) {
    return isOf(key, Oids.RSA) || isOf(key, Oids.RSASSA_PSS);
  }

  /** Whether the key is Ed25519's. */
  public static boolean isEd25519(byte[] key) {
    return isOf(key, Oids.ED25519);
  }

  private static boolean isOf(byte[] key, String kind) {
    return holds(
        () ->
            SubjectPublicKeyInfo.getInstance(key)
                .getAlgorithm()
                .getAlgorithm()
                .getId()
                .equals(kind));
  }

  /** The numbers as they stand, weak ones too: those who judge keys are others. */
  static RSAPublicKey rsaNumbers(SubjectPublicKeyInfo key) throws IOException {
    return RSAPublicKey.getInstance(key.parsePublicKey());
  }

  private static boolean holds(Check check) {
    try {
      return check.run();
    } catch (GeneralSecurityException | IOException | RuntimeException malformed) {
      // The libraries answer hostile keys and signatures with many kinds of exceptions.
      return false;
    }
  }

  /** A check that may fail in the ways that the JCA fails. */
  private interface Check {
    boolean run() throws GeneralSecurityException, IOException;
  }
}
