package io.gasminer.bittensor.ss58;

import io.gasminer.bittensor.blake2.Blake2b;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Owns one account: a public key of 32 bytes, written in SS58 with prefix 42.
 *
 * <p>Two addresses are equal when their keys are, whatever prefix they were read with.
 */
public final class Ss58Address {
  /** Bittensor's network prefix. */
  public static final int PREFIX = 42;

  private static final int KEY_BYTES = 32;
  private static final int CHECKSUM_BYTES = 2;
  private static final int LONGEST = 50;
  private static final byte[] DOMAIN = "SS58PRE".getBytes(StandardCharsets.US_ASCII);

  private final byte[] publicKey;
  private final String text;

  private Ss58Address(byte[] publicKey, String text) {
    this.publicKey = publicKey;
    this.text = text;
  }

  /** The address of a public key of 32 bytes. */
  public static Ss58Address of(byte[] publicKey) {
    if (publicKey.length != KEY_BYTES) {
      throw new IllegalArgumentException("a public key has 32 bytes, not " + publicKey.length);
    }
    return new Ss58Address(publicKey.clone(), encode(publicKey, PREFIX));
  }

  /** The address that the text names with any network prefix, or empty when it is none. */
  public static Optional<Ss58Address> parse(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    return Base58.decode(text).flatMap(payload -> fromPayload(payload, text));
  }

  /** The public key, 32 bytes. */
  public byte[] publicKey() {
    return publicKey.clone();
  }

  /** The public key in lower-case hex, without {@code 0x}. */
  public String hex() {
    return HexFormat.of().formatHex(publicKey);
  }

  /** The address with prefix 42. */
  @Override
  public String toString() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Ss58Address address && Arrays.equals(publicKey, address.publicKey);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(publicKey);
  }

  private static Optional<Ss58Address> fromPayload(byte[] payload, String text) {
    int prefixBytes = payload.length > 0 && (payload[0] & 0x40) != 0 ? 2 : 1;
    if (payload.length != prefixBytes + KEY_BYTES + CHECKSUM_BYTES || (payload[0] & 0x80) != 0) {
      return Optional.empty();
    }
    int body = payload.length - CHECKSUM_BYTES;
    byte[] sum = checksum(Arrays.copyOf(payload, body));
    if (sum[0] != payload[body] || sum[1] != payload[body + 1]) {
      return Optional.empty();
    }
    byte[] key = Arrays.copyOfRange(payload, prefixBytes, body);
    // Base 58 is one to one, so with our own prefix the text is already the one we would print.
    boolean ours = payload[0] == PREFIX;
    return Optional.of(new Ss58Address(key, ours ? text : encode(key, PREFIX)));
  }

  private static String encode(byte[] key, int prefix) {
    byte[] payload = new byte[1 + KEY_BYTES + CHECKSUM_BYTES];
    payload[0] = (byte) prefix;
    System.arraycopy(key, 0, payload, 1, KEY_BYTES);
    byte[] sum = checksum(Arrays.copyOf(payload, 1 + KEY_BYTES));
    System.arraycopy(sum, 0, payload, 1 + KEY_BYTES, CHECKSUM_BYTES);
    return Base58.encode(payload);
  }

  private static byte[] checksum(byte[] prefixed) {
    return Blake2b.hash(64, DOMAIN, prefixed);
  }
}
