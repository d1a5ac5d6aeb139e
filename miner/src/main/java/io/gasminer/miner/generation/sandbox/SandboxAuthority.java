package io.gasminer.miner.generation.sandbox;

import io.gasminer.c2pa.C2paSigner;
import io.gasminer.c2pa.CannotSign;
import io.gasminer.c2pa.ClaimDraft;
import io.gasminer.c2pa.cose.SigningAlgorithm;
import io.gasminer.c2pa.cose.SigningCredential;
import io.gasminer.c2pa.x509.Certificate;
import io.gasminer.c2pa.x509.CertificateRequest;
import io.gasminer.c2pa.x509.Pem;
import io.gasminer.c2pa.x509.TrustAnchor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Owns the authority under which the sandbox signs: a root and one credential, kept between starts.
 *
 * <p>Nobody trusts it but who is given {@value #ROOT_FILE}. The root's key is forgotten once it has
 * signed the credential; when that runs out, a new authority takes the old one's place. Immutable;
 * thread-safe when its randomness is.
 */
public final class SandboxAuthority {
  /** The organisation in its certificates: whoever plays the validator must trust this name. */
  public static final String ORGANISATION = "gas-miner Sandbox";

  /** The file in the state folder that holds the root's certificate, readable by everyone. */
  public static final String ROOT_FILE = "sandbox-root.pem";

  private static final Duration LIFE = Duration.ofDays(365);
  private static final Duration LEFT_AT_LEAST = Duration.ofDays(1);
  private static final Duration CLOCK_SKEW = Duration.ofHours(1);
  private static final ClaimDraft.Software SOFTWARE = ClaimDraft.Software.of("gas-miner sandbox");

  private final Certificate root;
  private final C2paSigner signer;

  private SandboxAuthority(SignerFile.Content content, RandomGenerator random) {
    this.root = content.root();
    this.signer =
        new C2paSigner(
            new SigningCredential(
                content.key(), List.of(content.certificate()), SigningAlgorithm.ES256),
            random);
  }

  /**
   * The authority of this state folder; a new one where there is none that is good for a day more.
   *
   * @param random thread-safe
   * @throws IOException when the folder cannot be written
   */
  public static SandboxAuthority open(Path stateDir, Instant now, RandomGenerator random)
      throws IOException {
    Files.createDirectories(stateDir);
    SignerFile file = new SignerFile(stateDir);
    Optional<SignerFile.Content> kept =
        file.read().filter(held -> held.certificate().isValidAt(now.plus(LEFT_AT_LEAST)));
    SignerFile.Content content = kept.isPresent() ? kept.get() : file.write(issued(now));
    Path rootFile = stateDir.resolve(ROOT_FILE);
    String rootPem = Pem.write(List.of(content.root()));
    if (!Files.exists(rootFile) || !Files.readString(rootFile).equals(rootPem)) {
      Files.writeString(rootFile, rootPem);
    }
    return new SandboxAuthority(content, random);
  }

  /** The root as an anchor, for the trust store of whoever judges the sandbox's media. */
  public TrustAnchor anchor() {
    return TrustAnchor.of(root);
  }

  byte[] sign(byte[] media, String model, Instant when) throws CannotSign {
    return signer.sign(media, ClaimDraft.generated(SOFTWARE, SOFTWARE, when).withModel(model));
  }

  private static SignerFile.Content issued(Instant now) {
    Instant from = now.minus(CLOCK_SKEW);
    Instant until = now.plus(LIFE);
    KeyPair rootKeys = keys();
    KeyPair keys = keys();
    Certificate root =
        new CertificateRequest(ORGANISATION, ORGANISATION + " Root", rootKeys.getPublic())
            .selfSigned(rootKeys.getPrivate(), from, until);
    Certificate certificate =
        new CertificateRequest(ORGANISATION, ORGANISATION + " Signer", keys.getPublic())
            .signedBy(root, rootKeys.getPrivate(), from, until);
    return new SignerFile.Content(keys.getPrivate(), certificate, root);
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK makes keys on P-256", impossible);
    }
  }
}
