package io.gasminer.bittensor.wallet;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Owns AES with PKCS #7 padding, in the two modes of the older wallet files. */
final class Aes {
  private static final int BLOCK = 16;

  private Aes() {}

  /** The plain text, or empty when the length or the padding is impossible. */
  static Optional<byte[]> cbc(byte[] key, byte[] iv, byte[] text) {
    return decrypted("AES/CBC/NoPadding", key, iv, text);
  }

  /** The plain text, or empty when the length or the padding is impossible. */
  static Optional<byte[]> ctr(byte[] key, byte[] iv, byte[] text) {
    return decrypted("AES/CTR/NoPadding", key, iv, text);
  }

  private static Optional<byte[]> decrypted(String mode, byte[] key, byte[] iv, byte[] text) {
    if (text.length == 0 || text.length % BLOCK != 0) {
      return Optional.empty();
    }
    try {
      Cipher cipher = Cipher.getInstance(mode);
      cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
      byte[] padded = cipher.doFinal(text);
      int padding = padded[padded.length - 1];
      boolean possible = padding >= 1 && padding <= BLOCK;
      Optional<byte[]> plain =
          possible ? Optional.of(Arrays.copyOf(padded, padded.length - padding)) : Optional.empty();
      Arrays.fill(padded, (byte) 0);
      return plain;
    } catch (GeneralSecurityException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
