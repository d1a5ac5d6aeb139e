package io.gasminer.bittensor.wallet;

/**
 * Owns which earlier blocks Argon2i looks at in one slice: numbers that do not depend on the
 * password (RFC 9106, section 3.4.1.2). Not thread-safe; asked in ascending order.
 */
final class Argon2Addresses {
  private static final int COUNTER = 6;

  private final Argon2Block compression;
  private final long[] nothing = new long[Argon2Block.WORDS];
  private final long[] input = new long[Argon2Block.WORDS];
  private final long[] addresses = new long[Argon2Block.WORDS];

  /** The addresses of the slice that the seven words name. */
  Argon2Addresses(long[] position, Argon2Block compression) {
    System.arraycopy(position, 0, input, 0, position.length);
    this.compression = compression;
  }

  long at(int index) {
    int within = index % Argon2Block.WORDS;
    if (index / Argon2Block.WORDS >= input[COUNTER]) {
      input[COUNTER]++;
      compression.compress(nothing, input, nothing, addresses);
      compression.compress(nothing, addresses, nothing, addresses);
    }
    return addresses[within];
  }
}
