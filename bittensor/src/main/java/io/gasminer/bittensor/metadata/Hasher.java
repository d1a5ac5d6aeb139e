package io.gasminer.bittensor.metadata;

import io.gasminer.bittensor.blake2.Blake2b;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Owns the ways in which the chain hashes, in the order in which metadata numbers them. */
public enum Hasher {
  /** BLAKE2b of 128 bits; the argument cannot be read back. */
  BLAKE2_128(16, false),
  /** BLAKE2b of 256 bits; the argument cannot be read back. */
  BLAKE2_256(32, false),
  /** BLAKE2b of 128 bits, and the argument after it. */
  BLAKE2_128_CONCAT(16, true),
  /** Two xxHashes; the argument cannot be read back. */
  TWOX_128(16, false),
  /** Four xxHashes; the argument cannot be read back. */
  TWOX_256(32, false),
  /** One xxHash, and the argument after it. */
  TWOX_64_CONCAT(8, true),
  /** The argument as it is. */
  IDENTITY(0, true);

  private final int digestBytes;
  private final boolean readable;

  Hasher(int digestBytes, boolean readable) {
    this.digestBytes = digestBytes;
    this.readable = readable;
  }

  /** How many bytes of hash come before the argument, if that follows. */
  public int digestBytes() {
    return digestBytes;
  }

  /** Whether the argument follows its hash and can be read back from a key. */
  public boolean readable() {
    return readable;
  }

  /** The hash of the bytes, and the bytes after it where the hasher says so. */
  public byte[] hash(byte[] input) {
    byte[] digest = digest(input);
    if (!readable) {
      return digest;
    }
    byte[] whole = Arrays.copyOf(digest, digest.length + input.length);
    System.arraycopy(input, 0, whole, digest.length, input.length);
    return whole;
  }

  /** The hash of a name. */
  public byte[] hash(String name) {
    return hash(name.getBytes(StandardCharsets.UTF_8));
  }

  /** The hash of the bytes without the bytes. */
  public byte[] digest(byte[] input) {
    return switch (this) {
      case BLAKE2_128, BLAKE2_256, BLAKE2_128_CONCAT -> Blake2b.hash(digestBytes, input);
      case TWOX_128, TWOX_256, TWOX_64_CONCAT -> Xxh64.hashes(input, digestBytes / 8);
      case IDENTITY -> new byte[0];
    };
  }
}
