package io.gasminer.bittensor.epistula;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Owns the names and texts of Epistula v2. */
final class Wire {
  static final String VERSION = "Epistula-Version";
  static final String TIMESTAMP = "Epistula-Timestamp";
  static final String UUID = "Epistula-Uuid";
  static final String SIGNED_BY = "Epistula-Signed-By";
  static final String SIGNED_FOR = "Epistula-Signed-For";
  static final String SIGNATURE = "Epistula-Request-Signature";
  static final String SECRET_SIGNATURE = "Epistula-Secret-Signature-";
  static final String CURRENT_VERSION = "2";
  static final long INTERVAL_MS = 10_000;

  private Wire() {}

  /** The text that the request signature covers. */
  static String message(byte[] body, String uuid, String timestamp, String signedFor) {
    return HexFormat.of().formatHex(sha256(body)) + "." + uuid + "." + timestamp + "." + signedFor;
  }

  /** The text of a secret signature: the interval as the Python of the field prints a float. */
  static String secretMessage(long interval, String signedFor) {
    return interval + ".0." + signedFor;
  }

  static long intervalOf(long timestampMs) {
    return Math.ceilDiv(timestampMs, INTERVAL_MS) * INTERVAL_MS;
  }

  /** A stake as the Python of the field prints it: plain from 0.0001 to 10^16, else scientific. */
  static String floatText(double value) {
    double size = Math.abs(value);
    if (!Double.isFinite(value) || size == 0) {
      return Double.toString(value);
    }
    BigDecimal exact = new BigDecimal(Double.toString(value));
    if (size < 1e16 && size >= 1e-4) {
      return exact.setScale(Math.max(1, exact.stripTrailingZeros().scale())).toPlainString();
    }
    BigDecimal digits = exact.stripTrailingZeros();
    int exponent = digits.precision() - digits.scale() - 1;
    String mantissa = digits.movePointLeft(exponent).stripTrailingZeros().toPlainString();
    return mantissa + (exponent < 0 ? "e-%02d" : "e+%02d").formatted(Math.abs(exponent));
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
