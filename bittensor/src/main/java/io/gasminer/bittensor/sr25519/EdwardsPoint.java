package io.gasminer.bittensor.sr25519;

/**
 * Owns one point of the twisted Edwards curve −x² + y² = 1 + d·x²·y² in extended coordinates.
 *
 * <p>x = X/Z, y = Y/Z, x·y = T/Z (Hisil, Wong, Carter, Dawson 2008). Immutable; constant time.
 */
record EdwardsPoint(FieldElement x, FieldElement y, FieldElement z, FieldElement t) {
  /** d = −121665/121666. */
  static final FieldElement D =
      FieldElement.of(121665).negated().times(FieldElement.of(121666).inverted());

  static final FieldElement TWO_D = D.plus(D);

  static final EdwardsPoint IDENTITY =
      new EdwardsPoint(FieldElement.ZERO, FieldElement.ONE, FieldElement.ONE, FieldElement.ZERO);

  /** A point made ready to be added: (Y+X, Y−X, 2Z, 2dT). */
  record Cached(FieldElement sum, FieldElement difference, FieldElement z2, FieldElement t2d) {
    static final Cached IDENTITY =
        new Cached(FieldElement.ONE, FieldElement.ONE, FieldElement.of(2), FieldElement.ZERO);

    @SuppressWarnings("ArgumentSelectionDefectChecker") // −P swaps the two on purpose
    Cached negated() {
      return new Cached(difference, sum, z2, t2d.negated());
    }

    /** The first when the bit is 1, the second when it is 0, in constant time. */
    static Cached select(int bit, Cached yes, Cached no) {
      return new Cached(
          FieldElement.select(bit, yes.sum, no.sum),
          FieldElement.select(bit, yes.difference, no.difference),
          FieldElement.select(bit, yes.z2, no.z2),
          FieldElement.select(bit, yes.t2d, no.t2d));
    }
  }

  /** A point with Z = 1 made ready to be added: (y+x, y−x, 2dxy); one product fewer than cached. */
  record Affine(FieldElement sum, FieldElement difference, FieldElement t2d) {
    static final Affine IDENTITY =
        new Affine(FieldElement.ONE, FieldElement.ONE, FieldElement.ZERO);

    @SuppressWarnings("ArgumentSelectionDefectChecker") // −P swaps the two on purpose
    Affine negated() {
      return new Affine(difference, sum, t2d.negated());
    }

    static Affine select(int bit, Affine yes, Affine no) {
      return new Affine(
          FieldElement.select(bit, yes.sum, no.sum),
          FieldElement.select(bit, yes.difference, no.difference),
          FieldElement.select(bit, yes.t2d, no.t2d));
    }
  }

  Cached cached() {
    return new Cached(y.plus(x), y.minus(x), z.plus(z), t.times(TWO_D));
  }

  Affine affine(FieldElement inverseOfZ) {
    FieldElement ax = x.times(inverseOfZ);
    FieldElement ay = y.times(inverseOfZ);
    return new Affine(ay.plus(ax), ay.minus(ax), ax.times(ay).times(TWO_D));
  }

  EdwardsPoint plus(Cached o) {
    FieldElement a = y.minus(x).times(o.difference);
    FieldElement b = y.plus(x).times(o.sum);
    FieldElement c = t.times(o.t2d);
    FieldElement d = z.times(o.z2);
    return completed(b.minus(a), d.minus(c), d.plus(c), b.plus(a));
  }

  EdwardsPoint plus(Affine o) {
    FieldElement a = y.minus(x).times(o.difference);
    FieldElement b = y.plus(x).times(o.sum);
    FieldElement c = t.times(o.t2d);
    FieldElement d = z.plus(z);
    return completed(b.minus(a), d.minus(c), d.plus(c), b.plus(a));
  }

  EdwardsPoint plus(EdwardsPoint o) {
    return plus(o.cached());
  }

  EdwardsPoint doubled() {
    return doubled(true);
  }

  /** Doubles; without T when the next operation is a doubling too, which never reads it. */
  EdwardsPoint doubled(boolean withT) {
    FieldElement xx = x.squared();
    FieldElement yy = y.squared();
    FieldElement zz = z.squared();
    FieldElement h = yy.plus(xx);
    FieldElement g = yy.minus(xx);
    FieldElement e = x.plus(y).squared().minus(h);
    FieldElement f = zz.plus(zz).minus(g);
    // With e = 2xy, g = y² − x², f = 2z² − g, h = y² + x²: X = e·f, Y = g·h, Z = f·g, T = e·h.
    return new EdwardsPoint(
        e.times(f), g.times(h), f.times(g), withT ? e.times(h) : FieldElement.ZERO);
  }

  private static EdwardsPoint completed(
      FieldElement e, FieldElement f, FieldElement g, FieldElement h) {
    return new EdwardsPoint(e.times(f), g.times(h), f.times(g), e.times(h));
  }
}
