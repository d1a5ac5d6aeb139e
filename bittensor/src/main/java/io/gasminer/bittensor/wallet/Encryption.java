package io.gasminer.bittensor.wallet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The three ways in which wallets have encrypted their files, told apart by how a file starts. */
public enum Encryption {
  /** What the official wallet writes today: argon2i and XSalsa20-Poly1305. */
  NACL("NaCl", "$NACL"),
  /** What it wrote before: PBKDF2 and AES-256. */
  ANSIBLE_VAULT("Ansible Vault", "$ANSIBLE_VAULT"),
  /** What the first wallets wrote: PBKDF2 and Fernet. */
  FERNET("Fernet", "gAAAAA");

  private final String title;
  private final String start;

  Encryption(String title, String start) {
    this.title = title;
    this.start = start;
  }

  /** The name by which operators know it. */
  public String title() {
    return title;
  }

  /** The encryption of that file, or empty when it is not encrypted. */
  static Optional<Encryption> of(byte[] content) {
    String head = new String(content, 0, Math.min(content.length, 16), StandardCharsets.ISO_8859_1);
    return Arrays.stream(values()).filter(form -> head.startsWith(form.start)).findFirst();
  }

  /** Opens a file of this kind. */
  Opened open(byte[] content, byte[] password) {
    return switch (this) {
      case NACL -> NaclBox.open(content, password);
      case ANSIBLE_VAULT -> AnsibleVault.open(content, password);
      case FERNET -> FernetToken.open(content, password);
    };
  }
}
