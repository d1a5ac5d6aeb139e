package io.gasminer.bittensor.wallet;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Owns PBKDF2 with HMAC-SHA-256 (RFC 8018, section 5.2), on the platform's fast hash. */
final class Pbkdf2 {
  private static final int HASH = 32;

  private Pbkdf2() {}

  static byte[] key(byte[] password, byte[] salt, int rounds, int length) {
    Mac mac = hmac(password);
    byte[] key = new byte[length];
    for (int block = 0; block * HASH < length; block++) {
      byte[] out = block(mac, salt, block + 1, rounds);
      System.arraycopy(out, 0, key, block * HASH, Math.min(HASH, length - block * HASH));
      Arrays.fill(out, (byte) 0);
    }
    return key;
  }

  /** HMAC-SHA-256 under that key; an empty key counts as one zero byte, which is the same. */
  static Mac hmac(byte[] key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  private static byte[] block(Mac mac, byte[] salt, int number, int rounds) {
    byte[] u = new byte[HASH];
    try {
      mac.update(salt);
      mac.update(new byte[] {0, 0, 0, (byte) number});
      mac.doFinal(u, 0);
      byte[] sum = u.clone();
      for (int round = 1; round < rounds; round++) {
        mac.update(u);
        mac.doFinal(u, 0);
        for (int i = 0; i < HASH; i++) {
          sum[i] ^= u[i];
        }
      }
      return sum;
    } catch (GeneralSecurityException theArrayFits) {
      throw new IllegalStateException(theArrayFits);
    }
  }
}
