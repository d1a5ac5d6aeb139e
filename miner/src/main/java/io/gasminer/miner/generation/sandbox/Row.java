package io.gasminer.miner.generation.sandbox;

/** Owns the pixels of one row while it is painted. For one thread. */
final class Row {
  private final float[] red;
  private final float[] green;
  private final float[] blue;

  Row(int width) {
    red = new float[width];
    green = new float[width];
    blue = new float[width];
  }

  int width() {
    return red.length;
  }

  void fill(Rgb colour) {
    for (int x = 0; x < red.length; x++) {
      red[x] = colour.red();
      green[x] = colour.green();
      blue[x] = colour.blue();
    }
  }

  /** Lays a colour over a pixel; a share of 1 hides what was there. */
  void blend(int x, Rgb colour, float share) {
    red[x] += (colour.red() - red[x]) * share;
    green[x] += (colour.green() - green[x]) * share;
    blue[x] += (colour.blue() - blue[x]) * share;
  }

  void dim(int x, float factor) {
    red[x] *= factor;
    green[x] *= factor;
    blue[x] *= factor;
  }

  /** Copies a pixel of another row; beyond its ends the last pixel counts. */
  void take(int x, Row other, int from) {
    int held = Math.clamp(from, 0, other.red.length - 1);
    red[x] = other.red[held];
    green[x] = other.green[held];
    blue[x] = other.blue[held];
  }

  /** The pixels as 0xRRGGBB. */
  void pack(int[] rgb) {
    for (int x = 0; x < red.length; x++) {
      rgb[x] = octet(red[x]) << 16 | octet(green[x]) << 8 | octet(blue[x]);
    }
  }

  private static int octet(float channel) {
    return (int) (Math.min(Math.max(channel, 0f), 1f) * 255 + 0.5f);
  }
}
