package io.gasminer.bittensor.wallet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Owns the encryption {@code $ANSIBLE_VAULT}, versions 1.1 and 1.2: a header line, then the hex of
 * three lines of hex (salt, HMAC-SHA-256, AES-256 ciphertext in counter mode).
 */
final class AnsibleVault {
  private static final int ROUNDS = 10_000;

  private AnsibleVault() {}

  static Opened open(byte[] content, byte[] password) {
    List<String> lines =
        new String(content, StandardCharsets.ISO_8859_1).lines().map(String::strip).toList();
    String[] header = lines.getFirst().split(";");
    if (header.length < 3 || !header[2].equals("AES256")) {
      return new Opened.Broken("its first line names no AES256, the one cipher of such files");
    }
    Optional<byte[]> inner = hex(lines.stream().skip(1).collect(Collectors.joining()));
    String[] parts =
        inner
            .map(text -> new String(text, StandardCharsets.ISO_8859_1).split("\n"))
            .orElse(new String[0]);
    if (parts.length != 3) {
      return damaged();
    }
    Optional<byte[]> salt = hex(parts[0]);
    Optional<byte[]> tag = hex(parts[1]);
    Optional<byte[]> text = hex(parts[2]);
    return salt.isEmpty() || tag.isEmpty() || text.isEmpty()
        ? damaged()
        : opened(Pbkdf2.key(password, salt.get(), ROUNDS, 80), tag.get(), text.get());
  }

  private static Opened opened(byte[] keys, byte[] tag, byte[] text) {
    byte[] cipherKey = Arrays.copyOf(keys, 32);
    byte[] tagKey = Arrays.copyOfRange(keys, 32, 64);
    byte[] iv = Arrays.copyOfRange(keys, 64, 80);
    try {
      if (!MessageDigest.isEqual(tag, Pbkdf2.hmac(tagKey).doFinal(text))) {
        return new Opened.WrongPassword();
      }
      return Aes.ctr(cipherKey, iv, text)
          .<Opened>map(Opened.Plain::new)
          .orElseGet(AnsibleVault::damaged);
    } finally {
      Arrays.fill(keys, (byte) 0);
      Arrays.fill(cipherKey, (byte) 0);
      Arrays.fill(tagKey, (byte) 0);
    }
  }

  private static Opened damaged() {
    return new Opened.Broken("it is cut short or changed: its lines are not whole hex");
  }

  private static Optional<byte[]> hex(String digits) {
    return !digits.isEmpty()
            && digits.length() % 2 == 0
            && digits.chars().allMatch(HexFormat::isHexDigit)
        ? Optional.of(HexFormat.of().parseHex(digits))
        : Optional.empty();
  }
}
