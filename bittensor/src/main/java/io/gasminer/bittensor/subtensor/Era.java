package io.gasminer.bittensor.subtensor;

/** Owns how long an extrinsic is valid, as the chain writes it. */
public sealed interface Era {
  /** Valid for ever; such an extrinsic could be played again after the account is reaped. */
  record Immortal() implements Era {}

  /** Valid for a period of blocks, a power of two, from the block of that phase. */
  record Mortal(int period, int phase) implements Era {}

  /** Valid for ever. */
  static Era immortal() {
    return new Immortal();
  }

  /**
   * Valid for as many blocks from the current one.
   *
   * @throws IllegalArgumentException when the period is no power of two from 4 to 65536
   */
  static Era mortal(int period, long current) {
    if (Integer.bitCount(period) != 1 || period < 4 || period > 1 << 16) {
      throw new IllegalArgumentException("a period is a power of two from 4 to 65536: " + period);
    }
    int phase = (int) (current % period);
    return new Mortal(period, phase - phase % step(period));
  }

  /** The number of the block whose hash the extrinsic is signed with, given the current one. */
  default long birth(long current) {
    return switch (this) {
      case Immortal _ -> 0;
      case Mortal(int period, int phase) ->
          (Math.max(current, phase) - phase) / period * period + phase;
    };
  }

  /** The era in the extrinsic: one byte, or two. */
  default byte[] encoded() {
    return switch (this) {
      case Immortal _ -> new byte[1];
      case Mortal(int period, int phase) -> {
        int length = Math.clamp(Integer.numberOfTrailingZeros(period) - 1L, 1, 15);
        int bits = length | phase / step(period) << 4;
        yield new byte[] {(byte) bits, (byte) (bits >> 8)};
      }
    };
  }

  private static int step(int period) {
    return Math.max(period >> 12, 1);
  }
}
