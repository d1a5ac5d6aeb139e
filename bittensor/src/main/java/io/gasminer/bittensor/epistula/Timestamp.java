package io.gasminer.bittensor.epistula;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/**
 * Owns the timestamp of a request: Unix milliseconds, read as leniently as the field does.
 *
 * <p>Python's {@code int()} takes a sign, spaces around, underscores between digits, and any
 * script's digits; senders may rely on it.
 */
record Timestamp(BigInteger milliseconds) {
  static final long WINDOW_MS = 15_000;

  // The double range: beyond it the field's own arithmetic gives up, and so do we.
  private static final int LONGEST = 309;

  static Optional<Timestamp> parse(String text) {
    String trimmed = text.strip();
    boolean signed = trimmed.startsWith("-") || trimmed.startsWith("+");
    String digits = signed ? trimmed.substring(1) : trimmed;
    if (digits.isEmpty()
        || digits.length() > LONGEST
        || digits.startsWith("_")
        || digits.endsWith("_")
        || digits.contains("__")) {
      return Optional.empty();
    }
    int[] characters = digits.replace("_", "").codePoints().toArray();
    StringBuilder plain = new StringBuilder();
    for (int character : characters) {
      if (!Character.isDigit(character)) {
        return Optional.empty();
      }
      plain.append(Character.digit(character, 10));
    }
    BigInteger value = new BigInteger(plain.toString());
    return Optional.of(new Timestamp(trimmed.startsWith("-") ? value.negate() : value));
  }

  /** Why the timestamp is too old or too new at the time of arrival; the window is inclusive. */
  Optional<EpistulaFault> outsideWindow(Instant arrival) {
    BigInteger age = BigInteger.valueOf(arrival.toEpochMilli()).subtract(milliseconds);
    BigInteger window = BigInteger.valueOf(WINDOW_MS);
    if (age.compareTo(window) > 0) {
      return Optional.of(
          new EpistulaFault.OutsideWindow(
              "Request is too stale: " + seconds(age) + "s old (limit: 15.0s)"));
    }
    if (age.negate().compareTo(window) > 0) {
      return Optional.of(
          new EpistulaFault.OutsideWindow(
              "Request timestamp is in the future: "
                  + seconds(age.negate())
                  + "s ahead (limit: 15.0s)"));
    }
    return Optional.empty();
  }

  /** When a request with this timestamp is too old to pass. */
  Instant validUntil() {
    return Instant.ofEpochMilli(milliseconds.longValueExact() + WINDOW_MS + 1);
  }

  private static String seconds(BigInteger ms) {
    double inSeconds = new BigDecimal(ms, 3).doubleValue();
    return new BigDecimal(inSeconds).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
  }
}
