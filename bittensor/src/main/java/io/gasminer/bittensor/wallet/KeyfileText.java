package io.gasminer.bittensor.wallet;

import io.gasminer.bittensor.ss58.Ss58Address;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Owns the JSON of one key as the official wallet lays it out, in bytes that can be wiped.
 *
 * <p>All of it is ASCII without quotes, so nothing needs escaping. Not thread-safe.
 */
final class KeyfileText {
  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final int LARGEST = 2048;

  private final ByteBuffer text = ByteBuffer.allocate(LARGEST);
  private final Ss58Address address;

  /** Begins with the public side. */
  KeyfileText(Ss58Address address) {
    this.address = address;
    put("{\"accountId\":\"0x" + address.hex() + "\",\"publicKey\":\"0x" + address.hex() + "\"");
  }

  KeyfileText privateKey(Hotkey hotkey) {
    byte[] expanded = hotkey.privateKeyForKeyfile();
    hex("privateKey", expanded);
    Arrays.fill(expanded, (byte) 0);
    return this;
  }

  KeyfileText seed(byte[] seed) {
    hex("secretSeed", seed);
    return this;
  }

  KeyfileText phrase(char[] phrase) {
    put(",\"secretPhrase\":\"");
    for (char letter : phrase) {
      text.put((byte) letter);
    }
    put("\"");
    return this;
  }

  /** The whole; the caller wipes it where it holds a secret. */
  byte[] end() {
    put(",\"ss58Address\":\"" + address + "\",\"cryptoType\":1}");
    byte[] content = Arrays.copyOf(text.array(), text.position());
    Arrays.fill(text.array(), (byte) 0);
    return content;
  }

  private void hex(String field, byte[] value) {
    put(",\"" + field + "\":\"0x");
    for (byte octet : value) {
      text.put(DIGITS[octet >> 4 & 0xf]).put(DIGITS[octet & 0xf]);
    }
    put("\"");
  }

  private void put(String ascii) {
    text.put(ascii.getBytes(StandardCharsets.US_ASCII));
  }
}
