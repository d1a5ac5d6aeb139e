package io.gasminer.bittensor.sr25519;

/**
 * Owns the multiples of one point that make its multiplication free of doublings.
 *
 * <p>Row i holds 1..8 times 16^i times the point, so a scalar in 64 signed digits of radix 16 costs
 * 64 additions. About 90 KiB a point. Immutable, so thread-safe.
 */
final class FixedBase {
  private static final int DIGITS = 64;
  private static final int MULTIPLES = 8;

  private static final FixedBase GENERATOR = new FixedBase(generatorPoint());

  private final EdwardsPoint.Affine[] rows = new EdwardsPoint.Affine[DIGITS * MULTIPLES];

  FixedBase(EdwardsPoint point) {
    EdwardsPoint[] multiples = new EdwardsPoint[DIGITS * MULTIPLES];
    EdwardsPoint base = point;
    for (int i = 0; i < DIGITS; i++) {
      EdwardsPoint.Cached step = base.cached();
      EdwardsPoint multiple = base;
      for (int j = 0; j < MULTIPLES; j++) {
        multiples[i * MULTIPLES + j] = multiple;
        multiple = multiple.plus(step);
      }
      base = base.doubled(false).doubled(false).doubled(false).doubled();
    }
    makeAffine(multiples);
  }

  /** The multiples of ristretto255's generator. */
  static FixedBase generator() {
    return GENERATOR;
  }

  /** scalar·point in constant time: for secret scalars. */
  EdwardsPoint times(byte[] scalar) {
    int[] digits = digits(scalar);
    EdwardsPoint sum = EdwardsPoint.IDENTITY;
    for (int i = 0; i < DIGITS; i++) {
      sum = sum.plus(chosen(i, digits[i]));
    }
    java.util.Arrays.fill(digits, 0);
    return sum;
  }

  /** start + scalar·point; variable time, for public scalars. */
  EdwardsPoint timesVariableTime(byte[] scalar, EdwardsPoint start) {
    int[] digits = digits(scalar);
    EdwardsPoint sum = start;
    for (int i = 0; i < DIGITS; i++) {
      int digit = digits[i];
      if (digit > 0) {
        sum = sum.plus(rows[i * MULTIPLES + digit - 1]);
      } else if (digit < 0) {
        sum = sum.plus(rows[i * MULTIPLES - digit - 1].negated());
      }
    }
    return sum;
  }

  private EdwardsPoint.Affine chosen(int row, int digit) {
    int sign = digit >>> 31;
    int magnitude = (digit ^ -sign) + sign;
    EdwardsPoint.Affine chosen = EdwardsPoint.Affine.IDENTITY;
    for (int j = 1; j <= MULTIPLES; j++) {
      int same = ((magnitude ^ j) - 1) >>> 31;
      chosen = EdwardsPoint.Affine.select(same, rows[row * MULTIPLES + j - 1], chosen);
    }
    return EdwardsPoint.Affine.select(sign, chosen.negated(), chosen);
  }

  // 64 digits from −8 to 8 whose sum of digit·16^i is the scalar (below 2^253, so the last fits).
  private static int[] digits(byte[] scalar) {
    int[] digits = new int[DIGITS];
    for (int i = 0; i < 32; i++) {
      digits[2 * i] = scalar[i] & 15;
      digits[2 * i + 1] = (scalar[i] >> 4) & 15;
    }
    int carry = 0;
    for (int i = 0; i < DIGITS - 1; i++) {
      digits[i] += carry;
      carry = (digits[i] + 8) >> 4;
      digits[i] -= carry << 4;
    }
    digits[DIGITS - 1] += carry;
    return digits;
  }

  // One inversion for all: the products up to each Z, inverted once, unwound from the end.
  private void makeAffine(EdwardsPoint[] points) {
    FieldElement[] before = new FieldElement[points.length];
    FieldElement product = FieldElement.ONE;
    for (int i = 0; i < points.length; i++) {
      before[i] = product;
      product = product.times(points[i].z());
    }
    FieldElement inverse = product.inverted();
    for (int i = points.length - 1; i >= 0; i--) {
      rows[i] = points[i].affine(inverse.times(before[i]));
      inverse = inverse.times(points[i].z());
    }
  }

  // The Ed25519 base point: y = 4/5, x even (RFC 8032, section 5.1).
  private static EdwardsPoint generatorPoint() {
    FieldElement y = FieldElement.of(4).times(FieldElement.of(5).inverted());
    FieldElement yy = y.squared();
    FieldElement x =
        Ristretto.squareRootOfRatio(
                yy.minus(FieldElement.ONE), EdwardsPoint.D.times(yy).plus(FieldElement.ONE))
            .root();
    return new EdwardsPoint(x, y, FieldElement.ONE, x.times(y));
  }
}
