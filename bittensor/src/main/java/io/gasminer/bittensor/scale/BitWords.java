package io.gasminer.bittensor.scale;

import java.math.BigInteger;

/** Owns bit sequences: a count of bits, and words, lowest byte first, that hold them. */
final class BitWords {
  private BitWords() {}

  static ScaleValue read(ScaleReader in, TypeShape.Bits shape) throws MalformedScale {
    int start = in.offset();
    long length = in.compactU32();
    long words = (length + shape.wordBits() - 1) / shape.wordBits();
    if (words * shape.wordBits() / 8 > in.remaining()) {
      throw new MalformedScale(length + " bits announced, and fewer follow", start);
    }
    byte[] content = in.bytes((int) (words * shape.wordBits() / 8));
    byte[] highestFirst = new byte[content.length];
    int set = 0;
    for (int bit = 0; bit < length; bit++) {
      int place = place(bit, shape);
      if ((content[place >> 3] >> (place & 7) & 1) != 0) {
        highestFirst[content.length - 1 - (bit >> 3)] |= (byte) (1 << (bit & 7));
        set++;
      }
    }
    // A bit that no one counts would be lost when the value is written again.
    if (set != new BigInteger(1, content).bitCount()) {
      throw new MalformedScale("bits beyond the end of a bit sequence", start);
    }
    return new ScaleValue.Bits((int) length, new BigInteger(1, highestFirst));
  }

  static void write(ScaleWriter out, TypeShape.Bits shape, ScaleValue.Bits bits) {
    int words = (bits.length() + shape.wordBits() - 1) / shape.wordBits();
    byte[] content = new byte[words * shape.wordBits() / 8];
    for (int bit = 0; bit < bits.length(); bit++) {
      if (bits.set().testBit(bit)) {
        int place = place(bit, shape);
        content[place >> 3] |= (byte) (1 << (place & 7));
      }
    }
    out.compact(bits.length()).bytes(content);
  }

  private static int place(int bit, TypeShape.Bits shape) {
    int within = bit % shape.wordBits();
    return bit - within + (shape.lowestFirst() ? within : shape.wordBits() - 1 - within);
  }
}
