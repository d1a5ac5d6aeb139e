package io.gasminer.bittensor.ss58;

import java.util.Arrays;
import java.util.Optional;

/** Owns base 58 in Bitcoin's alphabet. */
final class Base58 {
  private static final String ALPHABET =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

  private Base58() {}

  static String encode(byte[] bytes) {
    byte[] rest = bytes.clone();
    StringBuilder reversed = new StringBuilder(bytes.length * 2);
    int start = leadingZeros(rest);
    while (start < rest.length) {
      int remainder = 0;
      for (int i = start; i < rest.length; i++) {
        int value = (remainder << 8) | (rest[i] & 0xff);
        rest[i] = (byte) (value / 58);
        remainder = value % 58;
      }
      reversed.append(ALPHABET.charAt(remainder));
      start += rest[start] == 0 ? 1 : 0;
    }
    reversed.repeat('1', leadingZeros(bytes));
    return reversed.reverse().toString();
  }

  /** The bytes, or empty when a character is outside the alphabet. Quadratic: callers cap it. */
  static Optional<byte[]> decode(String text) {
    // Every character carries less than six bits, so these bytes always suffice.
    byte[] number = new byte[text.length()];
    for (int i = 0; i < text.length(); i++) {
      int carry = ALPHABET.indexOf(text.charAt(i));
      if (carry < 0) {
        return Optional.empty();
      }
      for (int k = number.length - 1; k >= 0; k--) {
        carry += 58 * (number[k] & 0xff);
        number[k] = (byte) carry;
        carry >>= 8;
      }
    }
    int ones = 0;
    while (ones < text.length() && text.charAt(ones) == '1') {
      ones++;
    }
    return Optional.of(Arrays.copyOfRange(number, leadingZeros(number) - ones, number.length));
  }

  private static int leadingZeros(byte[] bytes) {
    int count = 0;
    while (count < bytes.length && bytes[count] == 0) {
      count++;
    }
    return count;
  }
}
