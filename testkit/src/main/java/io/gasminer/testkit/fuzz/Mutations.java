package io.gasminer.testkit.fuzz;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Owns a sequence of damaged inputs, the same for the same seed. */
final class Mutations {
  /** Lengths and offsets that parsers stumble over. */
  private static final int[] NUMBERS = {
    0, 1, 7, 8, 0x7F, 0xFF, 0x7FFF, 0xFFFF, Integer.MAX_VALUE, Integer.MIN_VALUE, -1, -8
  };

  private static final int MOST_CHANGES = 6;
  private static final int LONGEST_PIECE = 64;

  private final List<byte[]> seeds;
  private final RandomGenerator random;

  Mutations(List<byte[]> seeds, long seed) {
    this.seeds = seeds;
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** The next damaged input. */
  byte[] next() {
    byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
    for (int changes = random.nextInt(1, MOST_CHANGES);
        changes > 0 && bytes.length > 0;
        changes--) {
      bytes = changed(bytes);
    }
    return bytes;
  }

  private byte[] changed(byte[] bytes) {
    int at = random.nextInt(bytes.length);
    return switch (random.nextInt(8)) {
      case 0, 1 -> flipped(bytes, at);
      case 2, 3 -> numbered(bytes, at);
      case 4 -> Arrays.copyOf(bytes, at);
      case 5 -> without(bytes, at);
      case 6 -> doubled(bytes, at);
      default -> spliced(bytes, at);
    };
  }

  private byte[] flipped(byte[] bytes, int at) {
    bytes[at] ^= (byte) (1 << random.nextInt(8));
    return bytes;
  }

  private byte[] numbered(byte[] bytes, int at) {
    int number = NUMBERS[random.nextInt(NUMBERS.length)];
    if (at + Integer.BYTES > bytes.length) {
      bytes[at] = (byte) number;
      return bytes;
    }
    ByteBuffer.wrap(bytes).putInt(at, random.nextBoolean() ? number : Integer.reverseBytes(number));
    return bytes;
  }

  private byte[] without(byte[] bytes, int at) {
    int end = Math.min(bytes.length, at + random.nextInt(1, LONGEST_PIECE));
    return joined(bytes, at, bytes, end);
  }

  private byte[] doubled(byte[] bytes, int at) {
    return joined(bytes, at, bytes, Math.max(0, at - random.nextInt(1, LONGEST_PIECE)));
  }

  private byte[] spliced(byte[] bytes, int at) {
    byte[] other = seeds.get(random.nextInt(seeds.size()));
    return joined(bytes, at, other, random.nextInt(other.length));
  }

  private static byte[] joined(byte[] head, int headEnd, byte[] tail, int tailStart) {
    byte[] joined = Arrays.copyOf(head, headEnd + tail.length - tailStart);
    System.arraycopy(tail, tailStart, joined, headEnd, tail.length - tailStart);
    return joined;
  }
}
