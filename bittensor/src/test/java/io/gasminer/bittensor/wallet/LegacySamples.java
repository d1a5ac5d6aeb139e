package io.gasminer.bittensor.wallet;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.spec.KeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** Owns the making of files as older wallets encrypted them, with the platform's own PBKDF2. */
final class LegacySamples {
  private static final byte[] IV = Arrays.copyOf(new byte[] {1, 2, 3}, 16);

  private LegacySamples() {}

  static byte[] fernet(byte[] plain, byte[] password, int rounds) throws Exception {
    String salt = "Iguesscyborgslikemyselfhaveatendencytobeparanoidaboutourorigins";
    byte[] keys = pbkdf2(password, salt.getBytes(StandardCharsets.US_ASCII), rounds, 32);
    byte[] text = encrypted("AES/CBC/PKCS5Padding", Arrays.copyOfRange(keys, 16, 32), IV, plain);
    byte[] token =
        ByteBuffer.allocate(25 + text.length)
            .put((byte) 0x80)
            .putLong(1_700_000_000L)
            .put(IV)
            .put(text)
            .array();
    byte[] tag = hmac(Arrays.copyOf(keys, 16), token);
    byte[] whole = Arrays.copyOf(token, token.length + tag.length);
    System.arraycopy(tag, 0, whole, token.length, tag.length);
    return Base64.getUrlEncoder().encode(whole);
  }

  static byte[] ansibleVault(byte[] plain, byte[] password) throws Exception {
    byte[] salt = new byte[32];
    byte[] keys = pbkdf2(password, salt, 10_000, 80);
    int padding = 16 - plain.length % 16;
    byte[] padded = Arrays.copyOf(plain, plain.length + padding);
    Arrays.fill(padded, plain.length, padded.length, (byte) padding);
    byte[] text =
        encrypted(
            "AES/CTR/NoPadding", Arrays.copyOf(keys, 32), Arrays.copyOfRange(keys, 64, 80), padded);
    HexFormat hex = HexFormat.of();
    String inner =
        String.join(
            "\n",
            hex.formatHex(salt),
            hex.formatHex(hmac(Arrays.copyOfRange(keys, 32, 64), text)),
            hex.formatHex(text));
    String body = hex.formatHex(inner.getBytes(StandardCharsets.US_ASCII));
    return ("$ANSIBLE_VAULT;1.1;AES256\n" + body.replaceAll("(.{80})", "$1\n") + "\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] pbkdf2(byte[] password, byte[] salt, int rounds, int length)
      throws Exception {
    KeySpec key =
        new PBEKeySpec(
            new String(password, StandardCharsets.UTF_8).toCharArray(), salt, rounds, length * 8);
    return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(key).getEncoded();
  }

  private static byte[] encrypted(String mode, byte[] key, byte[] iv, byte[] plain)
      throws Exception {
    Cipher cipher = Cipher.getInstance(mode);
    cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
    return cipher.doFinal(plain);
  }

  private static byte[] hmac(byte[] key, byte[] text) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text);
  }
}
