package io.gasminer.miner.generation.sandbox;

import java.util.SplittableRandom;

/** Owns the sun, moon or planet of a landscape; lengths are in picture heights. */
record Luminary(Kind kind, float place, float height, float radius) {
  private static final float TILT_COSINE = 0.94f;
  private static final float TILT_SINE = -0.34f;

  /** What it looks like. */
  enum Kind {
    DISC,
    STRIPED,
    RINGED
  }

  static Luminary of(SplittableRandom random, float breadth, float horizon, Palette palette) {
    Kind kind = Kind.DISC;
    if (palette.isDark() && random.nextInt(3) == 0) {
      kind = random.nextBoolean() ? Kind.STRIPED : Kind.RINGED;
    }
    float radius = (kind == Kind.DISC ? 0.045f : 0.1f) + 0.07f * (float) random.nextDouble();
    return new Luminary(
        kind,
        breadth * (0.18f + 0.64f * (float) random.nextDouble()),
        0.16f + (horizon - 0.3f) * (float) random.nextDouble(),
        radius);
  }

  /** Lays light and body over one row of the sky. */
  void paint(Row row, float height, float moment, float pixels, Rgb light) {
    float down = height - (this.height - 0.035f * moment);
    float reach = 3.2f * radius * radius;
    float held = down * down;
    for (int x = 0; x < row.width(); x++) {
      float across = (x + 0.5f) / pixels - place;
      float square = across * across + held;
      row.blend(x, light, 0.5f * reach / (reach + square * (1 + square)));
    }
    int reaching = (int) (radius * 2.4f * pixels);
    int middle = (int) (place * pixels);
    int to = Math.min(row.width(), middle + reaching);
    for (int x = Math.max(0, middle - reaching); x < to; x++) {
      float across = (x + 0.5f) / pixels - place;
      row.blend(x, light, body(across, down, pixels));
    }
  }

  private float body(float across, float down, float pixels) {
    float away = (float) Math.sqrt(across * across + down * down);
    float disc = Math.clamp((radius - away) * pixels + 0.5f, 0f, 1f);
    return switch (kind) {
      case DISC -> disc;
      case STRIPED -> disc * stripes(down);
      case RINGED -> {
        float along = across * TILT_COSINE + down * TILT_SINE;
        float over = down * TILT_COSINE - across * TILT_SINE;
        float shade = 0.55f + 0.45f * Math.clamp(0.5f - across / radius * 0.6f, 0f, 1f);
        yield Math.max(disc * shade, ring(along, over, away));
      }
    };
  }

  private float stripes(float down) {
    float share = down / radius;
    if (share < -0.1f) {
      return 1;
    }
    float wave = (share + 0.1f) * 5;
    float within = wave - (float) Math.floor(wave);
    return within < 0.18f + 0.1f * wave ? 0.12f : 1;
  }

  private float ring(float along, float over, float away) {
    boolean behind = over < 0 && away < radius;
    float flat = over / 0.3f;
    float share = (float) Math.sqrt(along * along + flat * flat) / radius;
    float edge = Math.min(share - 1.45f, 2.15f - share) * 9;
    float gap = Math.abs(share - 1.82f) < 0.04f ? 0.3f : 1;
    return behind ? 0 : 0.75f * gap * Math.clamp(edge, 0f, 1f);
  }
}
