package io.gasminer.bittensor.sr25519;

import java.util.Optional;

/** Owns the encoding of ristretto255 group elements (RFC 9496, section 4). */
final class Ristretto {
  private static final FieldElement SQRT_MINUS_ONE =
      FieldElement.of(2).powerOfP58().squared().times(FieldElement.of(2)).absolute();

  private static final FieldElement INVSQRT_A_MINUS_D =
      squareRootOfRatio(FieldElement.ONE, FieldElement.ONE.negated().minus(EdwardsPoint.D)).root();

  private Ristretto() {}

  /** The root, and 1 when the ratio was a square. */
  record Ratio(int wasSquare, FieldElement root) {}

  /**
   * SQRT_RATIO_M1 (section 4.2): the non-negative root of u/v, or of i·u/v when u/v is no square.
   */
  static Ratio squareRootOfRatio(FieldElement u, FieldElement v) {
    FieldElement v3 = v.squared().times(v);
    FieldElement v7 = v3.squared().times(v);
    FieldElement r = u.times(v3).times(u.times(v7).powerOfP58());
    FieldElement check = v.times(r.squared());
    FieldElement minusU = u.negated();
    int correct = check.isEqualTo(u);
    int flipped = check.isEqualTo(minusU);
    int flippedByI = check.isEqualTo(minusU.times(SQRT_MINUS_ONE));
    FieldElement root =
        FieldElement.select(flipped | flippedByI, r.times(SQRT_MINUS_ONE), r).absolute();
    return new Ratio(correct | flipped, root);
  }

  /** The element that 32 bytes encode, or empty when they are no canonical encoding (4.3.1). */
  static Optional<EdwardsPoint> decode(byte[] bytes) {
    if (bytes.length != FieldElement.BYTES || !FieldElement.isCanonical(bytes)) {
      return Optional.empty();
    }
    FieldElement s = FieldElement.fromBytes(bytes);
    if (s.isNegative() == 1) {
      return Optional.empty();
    }
    FieldElement ss = s.squared();
    FieldElement u1 = FieldElement.ONE.minus(ss);
    FieldElement u2 = FieldElement.ONE.plus(ss);
    FieldElement u2Squared = u2.squared();
    FieldElement v = EdwardsPoint.D.times(u1.squared()).negated().minus(u2Squared);
    Ratio inverse = squareRootOfRatio(FieldElement.ONE, v.times(u2Squared));
    FieldElement denX = inverse.root().times(u2);
    FieldElement denY = inverse.root().times(denX).times(v);
    FieldElement x = s.plus(s).times(denX).absolute();
    FieldElement y = u1.times(denY);
    FieldElement t = x.times(y);
    if (inverse.wasSquare() == 0 || t.isNegative() == 1 || y.isZero() == 1) {
      return Optional.empty();
    }
    return Optional.of(new EdwardsPoint(x, y, FieldElement.ONE, t));
  }

  /** The one encoding of the element that the point stands for (4.3.2). */
  static byte[] encode(EdwardsPoint p) {
    FieldElement u1 = p.z().plus(p.y()).times(p.z().minus(p.y()));
    FieldElement u2 = p.x().times(p.y());
    FieldElement inverse = squareRootOfRatio(FieldElement.ONE, u1.times(u2.squared())).root();
    FieldElement den1 = inverse.times(u1);
    FieldElement den2 = inverse.times(u2);
    FieldElement zInverse = den1.times(den2).times(p.t());
    FieldElement ix = p.x().times(SQRT_MINUS_ONE);
    FieldElement iy = p.y().times(SQRT_MINUS_ONE);
    FieldElement enchanted = den1.times(INVSQRT_A_MINUS_D);
    int rotate = p.t().times(zInverse).isNegative();
    FieldElement x = FieldElement.select(rotate, iy, p.x());
    FieldElement y = FieldElement.select(rotate, ix, p.y());
    FieldElement denInverse = FieldElement.select(rotate, enchanted, den2);
    FieldElement signedY = FieldElement.select(x.times(zInverse).isNegative(), y.negated(), y);
    return denInverse.times(p.z().minus(signedY)).absolute().toBytes();
  }
}
