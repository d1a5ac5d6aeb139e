package io.gasminer.bittensor.wallet;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Owns the password of a wallet file until it is closed, which overwrites it.
 *
 * <p>Not thread-safe. {@code toString} shows nothing. The official wallet takes the UTF-8 of what
 * was typed, unchanged, and so does this.
 */
public final class Password implements AutoCloseable {
  private final char[] characters;

  private Password(char[] characters) {
    this.characters = characters;
  }

  /** Takes the array over: {@link #close} overwrites it. */
  public static Password of(char[] characters) {
    return new Password(characters);
  }

  /** How many characters it has. */
  public int length() {
    return characters.length;
  }

  /** Whether both are the same. */
  public boolean matches(Password other) {
    return Arrays.equals(characters, other.characters);
  }

  /** Its UTF-8; the caller wipes the array. */
  byte[] utf8() {
    ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(characters));
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    encoded.rewind();
    encoded.put(new byte[bytes.length]);
    return bytes;
  }

  @Override
  public void close() {
    Arrays.fill(characters, '\0');
  }

  @Override
  public String toString() {
    return "Password[•••]";
  }
}
