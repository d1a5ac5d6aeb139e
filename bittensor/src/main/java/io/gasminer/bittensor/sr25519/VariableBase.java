package io.gasminer.bittensor.sr25519;

/** Owns the multiplication of a point that is met for the first time; variable time. */
final class VariableBase {
  private static final int WIDTH = 5;

  private VariableBase() {}

  /** scalar·point for public values: a window of 5 bits in non-adjacent form. */
  static EdwardsPoint timesVariableTime(byte[] scalar, EdwardsPoint point) {
    byte[] naf = nonAdjacentForm(scalar);
    EdwardsPoint.Cached[] odd = oddMultiples(point);
    EdwardsPoint sum = EdwardsPoint.IDENTITY;
    for (int i = highest(naf); i >= 0; i--) {
      sum = sum.doubled(naf[i] != 0 || i == 0);
      if (naf[i] > 0) {
        sum = sum.plus(odd[naf[i] >> 1]);
      } else if (naf[i] < 0) {
        sum = sum.plus(odd[-naf[i] >> 1].negated());
      }
    }
    return sum;
  }

  private static EdwardsPoint.Cached[] oddMultiples(EdwardsPoint point) {
    EdwardsPoint.Cached[] odd = new EdwardsPoint.Cached[1 << (WIDTH - 2)];
    EdwardsPoint.Cached twice = point.doubled().cached();
    EdwardsPoint multiple = point;
    for (int i = 0; i < odd.length; i++) {
      odd[i] = multiple.cached();
      multiple = multiple.plus(twice);
    }
    return odd;
  }

  private static int highest(byte[] naf) {
    int i = naf.length - 1;
    while (i >= 0 && naf[i] == 0) {
      i--;
    }
    return i;
  }

  private static byte[] nonAdjacentForm(byte[] scalar) {
    byte[] naf = new byte[257];
    int carry = 0;
    for (int i = 0; i < 256; ) {
      if (window(scalar, i, 1) == carry) {
        i++;
        continue;
      }
      int value = window(scalar, i, WIDTH) + carry;
      carry = value >> (WIDTH - 1);
      naf[i] = (byte) (value - (carry << WIDTH));
      i += WIDTH;
    }
    naf[256] = (byte) carry;
    return naf;
  }

  private static int window(byte[] scalar, int from, int count) {
    int value = 0;
    for (int k = 0; k < count && from + k < 256; k++) {
      value |= ((scalar[(from + k) >> 3] >> ((from + k) & 7)) & 1) << k;
    }
    return value;
  }
}
