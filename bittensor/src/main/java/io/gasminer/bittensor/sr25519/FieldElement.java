package io.gasminer.bittensor.sr25519;

import java.util.Arrays;

/**
 * Owns one element of the field of integers modulo p = 2^255 − 19, as five limbs of 51 bits.
 *
 * <p>Limbs may be loose (up to 53 bits) between operations; {@link #toBytes} gives the one
 * canonical form. Immutable. All operations take the same time whatever the values.
 */
record FieldElement(long a, long b, long c, long d, long e) {
  static final int BYTES = 32;
  static final FieldElement ZERO = new FieldElement(0, 0, 0, 0, 0);
  static final FieldElement ONE = new FieldElement(1, 0, 0, 0, 0);

  private static final long MASK = (1L << 51) - 1;

  // 4p, so that a difference of two loose elements stays positive in every limb.
  private static final long FOUR_P0 = 4 * (MASK - 18);
  private static final long FOUR_P = 4 * MASK;

  /** Reads 255 bits, little endian; the top bit is ignored (RFC 7748, section 5). */
  static FieldElement fromBytes(byte[] bytes) {
    long w0 = LittleEndian.load64(bytes, 0);
    long w1 = LittleEndian.load64(bytes, 8);
    long w2 = LittleEndian.load64(bytes, 16);
    long w3 = LittleEndian.load64(bytes, 24);
    return new FieldElement(
        w0 & MASK,
        ((w0 >>> 51) | (w1 << 13)) & MASK,
        ((w1 >>> 38) | (w2 << 26)) & MASK,
        ((w2 >>> 25) | (w3 << 39)) & MASK,
        (w3 >>> 12) & MASK);
  }

  static FieldElement of(long small) {
    return new FieldElement(small, 0, 0, 0, 0);
  }

  byte[] toBytes() {
    FieldElement r = carried(a, b, c, d, e);
    r = carried(r.a, r.b, r.c, r.d, r.e);
    // q is 1 exactly when r >= p: then adding 19 carries out of bit 255.
    long q = (r.a + 19) >>> 51;
    q = (r.b + q) >>> 51;
    q = (r.c + q) >>> 51;
    q = (r.d + q) >>> 51;
    q = (r.e + q) >>> 51;
    long r0 = r.a + 19 * q;
    long r1 = r.b + (r0 >>> 51);
    long r2 = r.c + (r1 >>> 51);
    long r3 = r.d + (r2 >>> 51);
    long r4 = (r.e + (r3 >>> 51)) & MASK;
    r0 &= MASK;
    r1 &= MASK;
    r2 &= MASK;
    r3 &= MASK;
    byte[] out = new byte[BYTES];
    LittleEndian.store64(out, 0, r0 | (r1 << 51));
    LittleEndian.store64(out, 8, (r1 >>> 13) | (r2 << 38));
    LittleEndian.store64(out, 16, (r2 >>> 26) | (r3 << 25));
    LittleEndian.store64(out, 24, (r3 >>> 39) | (r4 << 12));
    return out;
  }

  FieldElement plus(FieldElement o) {
    return new FieldElement(a + o.a, b + o.b, c + o.c, d + o.d, e + o.e);
  }

  FieldElement minus(FieldElement o) {
    return carried(
        a + FOUR_P0 - o.a, b + FOUR_P - o.b, c + FOUR_P - o.c, d + FOUR_P - o.d, e + FOUR_P - o.e);
  }

  FieldElement negated() {
    return ZERO.minus(this);
  }

  FieldElement times(FieldElement o) {
    long o1 = o.b;
    long o2 = o.c;
    long o3 = o.d;
    long o4 = o.e;
    long o0 = o.a;
    // lowN gathers the low 51 bits of the products of weight N, highN what goes to weight N + 1.
    long low0 = low(a, o0);
    long high0 = high(a, o0);
    long low1 = low(a, o1) + low(b, o0);
    long high1 = high(a, o1) + high(b, o0);
    long low2 = low(a, o2) + low(b, o1) + low(c, o0);
    long high2 = high(a, o2) + high(b, o1) + high(c, o0);
    long low3 = low(a, o3) + low(b, o2) + low(c, o1) + low(d, o0);
    long high3 = high(a, o3) + high(b, o2) + high(c, o1) + high(d, o0);
    long low4 = low(a, o4) + low(b, o3) + low(c, o2) + low(d, o1) + low(e, o0);
    long high4 = high(a, o4) + high(b, o3) + high(c, o2) + high(d, o1) + high(e, o0);
    long low5 = low(b, o4) + low(c, o3) + low(d, o2) + low(e, o1);
    long high5 = high(b, o4) + high(c, o3) + high(d, o2) + high(e, o1);
    long low6 = low(c, o4) + low(d, o3) + low(e, o2);
    long high6 = high(c, o4) + high(d, o3) + high(e, o2);
    long low7 = low(d, o4) + low(e, o3);
    long high7 = high(d, o4) + high(e, o3);
    long low8 = low(e, o4);
    long high8 = high(e, o4);
    return carried(
        low0 + 19 * (low5 + high4),
        low1 + high0 + 19 * (low6 + high5),
        low2 + high1 + 19 * (low7 + high6),
        low3 + high2 + 19 * (low8 + high7),
        low4 + high3 + 19 * high8);
  }

  FieldElement squared() {
    long b2 = 2 * b;
    long c2 = 2 * c;
    long d2 = 2 * d;
    long e2 = 2 * e;
    long low0 = low(a, a);
    long high0 = high(a, a);
    long low1 = low(a, b2);
    long high1 = high(a, b2);
    long low2 = low(a, c2) + low(b, b);
    long high2 = high(a, c2) + high(b, b);
    long low3 = low(a, d2) + low(b, c2);
    long high3 = high(a, d2) + high(b, c2);
    long low4 = low(a, e2) + low(b, d2) + low(c, c);
    long high4 = high(a, e2) + high(b, d2) + high(c, c);
    long low5 = low(b, e2) + low(c, d2);
    long high5 = high(b, e2) + high(c, d2);
    long low6 = low(c, e2) + low(d, d);
    long high6 = high(c, e2) + high(d, d);
    long low7 = low(d, e2);
    long high7 = high(d, e2);
    long low8 = low(e, e);
    long high8 = high(e, e);
    return carried(
        low0 + 19 * (low5 + high4),
        low1 + high0 + 19 * (low6 + high5),
        low2 + high1 + 19 * (low7 + high6),
        low3 + high2 + 19 * (low8 + high7),
        low4 + high3 + 19 * high8);
  }

  FieldElement squaredTimes(int count) {
    FieldElement r = this;
    for (int i = 0; i < count; i++) {
      r = r.squared();
    }
    return r;
  }

  /** This to the power of p − 2, so 1/x, and 0 for 0. */
  FieldElement inverted() {
    FieldElement x11 = squared().times(squaredTimes(3).times(this));
    return power250(x11).squaredTimes(5).times(x11);
  }

  /** This to the power of (p − 5) / 8, as square roots need it (RFC 9496, section 4.2). */
  FieldElement powerOfP58() {
    FieldElement x11 = squared().times(squaredTimes(3).times(this));
    return power250(x11).squaredTimes(2).times(this);
  }

  // x^(2^250 − 1) from x^11.
  private FieldElement power250(FieldElement x11) {
    FieldElement x9 = squaredTimes(3).times(this);
    FieldElement f5 = x11.squared().times(x9);
    FieldElement f10 = f5.squaredTimes(5).times(f5);
    FieldElement f20 = f10.squaredTimes(10).times(f10);
    FieldElement f40 = f20.squaredTimes(20).times(f20);
    FieldElement f50 = f40.squaredTimes(10).times(f10);
    FieldElement f100 = f50.squaredTimes(50).times(f50);
    FieldElement f200 = f100.squaredTimes(100).times(f100);
    return f200.squaredTimes(50).times(f50);
  }

  /** 1 when negative in the sense of RFC 9496, section 3.1 (the canonical form is odd), else 0. */
  int isNegative() {
    return toBytes()[0] & 1;
  }

  /** 1 when zero, else 0. */
  int isZero() {
    int or = 0;
    for (byte value : toBytes()) {
      or |= value & 0xff;
    }
    return ((or - 1) >>> 31) & 1;
  }

  int isEqualTo(FieldElement o) {
    return minus(o).isZero();
  }

  FieldElement absolute() {
    return select(isNegative(), negated(), this);
  }

  /** The first when the bit is 1, the second when it is 0, in constant time. */
  static FieldElement select(int bit, FieldElement yes, FieldElement no) {
    long mask = -(long) bit;
    return new FieldElement(
        no.a ^ (mask & (no.a ^ yes.a)),
        no.b ^ (mask & (no.b ^ yes.b)),
        no.c ^ (mask & (no.c ^ yes.c)),
        no.d ^ (mask & (no.d ^ yes.d)),
        no.e ^ (mask & (no.e ^ yes.e)));
  }

  static boolean isCanonical(byte[] bytes) {
    return Arrays.equals(fromBytes(bytes).toBytes(), bytes);
  }

  private static long low(long x, long y) {
    return (x * y) & MASK;
  }

  // The bits of the product from 51 up: (x·2^6)(y·2^7) is the product times 2^13, and 13 + 51 = 64.
  private static long high(long x, long y) {
    return Math.multiplyHigh(x << 6, y << 7);
  }

  private static FieldElement carried(long r0, long r1, long r2, long r3, long r4) {
    long s1 = r1 + (r0 >>> 51);
    long s2 = r2 + (s1 >>> 51);
    long s3 = r3 + (s2 >>> 51);
    long s4 = r4 + (s3 >>> 51);
    long s0 = (r0 & MASK) + 19 * (s4 >>> 51);
    return new FieldElement(s0 & MASK, (s1 & MASK) + (s0 >>> 51), s2 & MASK, s3 & MASK, s4 & MASK);
  }
}
