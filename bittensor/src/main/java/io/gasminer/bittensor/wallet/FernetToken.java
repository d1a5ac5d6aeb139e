package io.gasminer.bittensor.wallet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;

/**
 * Owns the encryption of the first wallets: a Fernet token (version, time, IV, AES-128 ciphertext,
 * HMAC-SHA-256, in URL-safe base64) under a key of ten million rounds of PBKDF2, which takes some
 * seconds.
 */
final class FernetToken {
  private static final byte[] SALT =
      "Iguesscyborgslikemyselfhaveatendencytobeparanoidaboutourorigins"
          .getBytes(StandardCharsets.US_ASCII);
  private static final int ROUNDS = 10_000_000;
  private static final int VERSION = 0x80;
  private static final int IV_AT = 9;
  private static final int TEXT_AT = 25;
  private static final int TAG = 32;

  private FernetToken() {}

  static Opened open(byte[] content, byte[] password) {
    return open(content, password, ROUNDS);
  }

  static Opened open(byte[] content, byte[] password, int rounds) {
    byte[] token;
    try {
      token =
          Base64.getUrlDecoder().decode(new String(content, StandardCharsets.ISO_8859_1).strip());
    } catch (IllegalArgumentException notBase64) {
      return new Opened.Broken("it is cut short or changed: it is not whole base64");
    }
    int text = token.length - TEXT_AT - TAG;
    if (text <= 0 || text % 16 != 0 || (token[0] & 0xff) != VERSION) {
      return new Opened.Broken("it is cut short or changed: it is no whole Fernet token");
    }
    return opened(token, Pbkdf2.key(password, SALT, rounds, 32));
  }

  private static Opened opened(byte[] token, byte[] keys) {
    byte[] tagKey = Arrays.copyOf(keys, 16);
    byte[] cipherKey = Arrays.copyOfRange(keys, 16, 32);
    try {
      int end = token.length - TAG;
      Mac mac = Pbkdf2.hmac(tagKey);
      mac.update(token, 0, end);
      if (!MessageDigest.isEqual(mac.doFinal(), Arrays.copyOfRange(token, end, token.length))) {
        return new Opened.WrongPassword();
      }
      return Aes.cbc(
              cipherKey,
              Arrays.copyOfRange(token, IV_AT, TEXT_AT),
              Arrays.copyOfRange(token, TEXT_AT, end))
          .<Opened>map(Opened.Plain::new)
          .orElseGet(() -> new Opened.Broken("its padding is impossible"));
    } finally {
      Arrays.fill(keys, (byte) 0);
      Arrays.fill(tagKey, (byte) 0);
      Arrays.fill(cipherKey, (byte) 0);
    }
  }
}
