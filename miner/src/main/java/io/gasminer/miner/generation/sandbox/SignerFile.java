package io.gasminer.miner.generation.sandbox;

import io.gasminer.c2pa.x509.Certificate;
import io.gasminer.c2pa.x509.Pem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Owns the file that keeps the sandbox's credential, which only its owner may read. */
final class SignerFile {
  private static final String NAME = "sandbox-signer.pem";
  private static final int LARGEST = 1 << 16;
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");

  private final Path path;

  SignerFile(Path stateDir) {
    this.path = stateDir.resolve(NAME);
  }

  /** What the file holds. */
  record Content(PrivateKey key, Certificate certificate, Certificate root) {
    @Override
    public String toString() {
      return "Content[" + certificate + "]";
    }
  }

  /** What was kept; empty where there is no such file, or nothing that could be used. */
  Optional<Content> read() throws IOException {
    if (!Files.exists(path) || Files.size(path) > LARGEST) {
      return Optional.empty();
    }
    String text = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
    Optional<PrivateKey> key = key(text);
    return key.isPresent()
            && Pem.read(text) instanceof Pem.Reading.Certificates(List<Certificate> held)
            && held.size() == 2
        ? Optional.of(new Content(key.get(), held.get(0), held.get(1)))
        : Optional.empty();
  }

  /** Keeps the content in place of what was kept before, all or nothing. */
  Content write(Content content) throws IOException {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ownerOnly =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Path folder = path.toAbsolutePath().getParent();
    Path draft = Files.createTempFile(folder, NAME, ".new", ownerOnly);
    String key = Base64.getMimeEncoder().encodeToString(content.key().getEncoded());
    Files.writeString(
        draft,
        "-----BEGIN PRIVATE KEY-----\n"
            + key.replace("\r", "")
            + "\n-----END PRIVATE KEY-----\n"
            + Pem.write(List.of(content.certificate(), content.root())));
    Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return content;
  }

  private static Optional<PrivateKey> key(String text) {
    Matcher block = KEY.matcher(text);
    if (!block.find()) {
      return Optional.empty();
    }
    try {
      byte[] encoded = Base64.getMimeDecoder().decode(block.group(1).strip());
      return Optional.of(
          KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
    } catch (GeneralSecurityException | IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }
}
