package io.gasminer.gascli.setup;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** Owns the encrypting of a hotkey in the wallet's older form, which opens in no time. */
final class VaultedKeyfile {
  private static final HexFormat HEX = HexFormat.of();

  private VaultedKeyfile() {}

  /** The content of the file: Ansible's vault, version 1.1. */
  static String of(byte[] plain, String password) throws Exception {
    byte[] salt = new byte[32];
    Arrays.fill(salt, (byte) 7);
    byte[] keys =
        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
            .generateSecret(new PBEKeySpec(password.toCharArray(), salt, 10_000, 80 * 8))
            .getEncoded();
    int fill = 16 - plain.length % 16;
    byte[] padded = Arrays.copyOf(plain, plain.length + fill);
    Arrays.fill(padded, plain.length, padded.length, (byte) fill);
    Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE,
        new SecretKeySpec(keys, 0, 32, "AES"),
        new IvParameterSpec(keys, 64, 16));
    byte[] locked = cipher.doFinal(padded);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(keys, 32, 32, "HmacSHA256"));
    String inner =
        HEX.formatHex(salt)
            + "\n"
            + HEX.formatHex(mac.doFinal(locked))
            + "\n"
            + HEX.formatHex(locked);
    String body = HEX.formatHex(inner.getBytes(StandardCharsets.US_ASCII));
    return "$ANSIBLE_VAULT;1.1;AES256\n" + body.replaceAll("(.{80})", "$1\n") + "\n";
  }
}
