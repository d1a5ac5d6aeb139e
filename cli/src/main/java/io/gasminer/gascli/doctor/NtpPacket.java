package io.gasminer.gascli.doctor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Owns the reading and writing of the 48 bytes of NTP version 4 (RFC 5905, section 7.3; RFC 4330
 * for clients as simple as this one).
 *
 * @param leap 3 where the server's own clock is not set
 * @param kiss the code that a server of stratum 0 sends instead of the time
 * @param originate what the question carried as its time of sending
 * @param error how far the server may be from the true time, by its own account
 */
record NtpPacket(
    int leap,
    int mode,
    int stratum,
    String kiss,
    long originate,
    Instant received,
    Instant sent,
    Duration error) {
  static final int LENGTH = 48;

  private static final int SERVER = 4;
  private static final int UNSET = 3;
  private static final int LARGEST_STRATUM = 15;
  private static final byte QUESTION = 0b00_100_011;
  private static final long UNIX_EPOCH_IN_1900 = 2_208_988_800L;
  private static final long ERA = 1L << 32;
  private static final long NANOS = 1_000_000_000L;
  private static final Duration LARGEST_ERROR = Duration.ofSeconds(1);

  /** A question that carries nothing but a number for its answer to repeat. */
  static byte[] question(long nonce) {
    return ByteBuffer.allocate(LENGTH).put(0, QUESTION).putLong(40, nonce).array();
  }

  /** The answer that the bytes are, or empty when they are too few. */
  static Optional<NtpPacket> read(byte[] bytes, int length) {
    if (length < LENGTH) {
      return Optional.empty();
    }
    ByteBuffer packet = ByteBuffer.wrap(bytes, 0, LENGTH);
    int first = packet.get(0);
    long delay = packet.getInt(4) & 0xFFFFFFFFL;
    long dispersion = packet.getInt(8) & 0xFFFFFFFFL;
    return Optional.of(
        new NtpPacket(
            (first >> 6) & 3,
            first & 7,
            packet.get(1) & 0xFF,
            new String(bytes, 12, 4, StandardCharsets.US_ASCII).replaceAll("[^A-Z0-9]", ""),
            packet.getLong(24),
            time(packet.getLong(32)),
            time(packet.getLong(40)),
            shortSpan(delay / 2 + dispersion)));
  }

  /** Why it is no time to go by; empty when it is one. */
  Optional<String> unfit(long nonce) {
    if (mode != SERVER) {
      return Optional.of("its answer is of mode " + mode + ", not of a server");
    }
    if (originate != nonce) {
      return Optional.of("its answer is to another question");
    }
    if (isKiss()) {
      return Optional.of("it refuses to tell the time (" + (kiss.isEmpty() ? "?" : kiss) + ")");
    }
    if (leap == UNSET || stratum > LARGEST_STRATUM) {
      return Optional.of("its own clock is not set");
    }
    if (sent.isBefore(received) || error.compareTo(LARGEST_ERROR) > 0) {
      return Optional.of("it contradicts itself, or is not sure to a second");
    }
    return Optional.empty();
  }

  /** Whether it asks to be left alone (RFC 5905, section 7.4). */
  boolean isKiss() {
    return stratum == 0;
  }

  // The eras change in 2036; a time with the first bit unset is of the next one (RFC 4330, 3).
  private static Instant time(long stamp) {
    long seconds = stamp >>> 32;
    long era = (seconds >>> 31) == 1 ? 0 : ERA;
    return Instant.ofEpochSecond(
        seconds + era - UNIX_EPOCH_IN_1900, ((stamp & 0xFFFFFFFFL) * NANOS) >>> 32);
  }

  private static Duration shortSpan(long fixed) {
    return Duration.ofNanos((fixed * (NANOS >> 8)) >>> 8);
  }
}
