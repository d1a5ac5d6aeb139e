package io.gasminer.miner.generation.sandbox;

/**
 * Owns one row of hills, trees or houses: how high it stands at each place and what it looks like.
 *
 * @param base where it begins, from 0 at the picture's top to 1 at its bottom
 * @param rise how far it rises above the base at most, in picture heights
 * @param nearness from 0 for the farthest row to 1 for the nearest
 */
record Ridge(Kind kind, Noise noise, float base, float rise, float nearness) {
  private static final float HOUSE = 0.052f;
  private static final float TREE = 0.021f;

  /** What stands there. */
  enum Kind {
    PEAKS,
    DUNES,
    PINES,
    SKYLINE
  }

  /** Where the top of the row is at this place; both in picture heights. */
  float top(float place) {
    float scale = 0.55f + 0.5f * nearness;
    return base
        - rise
            * switch (kind) {
              case PEAKS -> noise.ridged(place * 2.1f / scale, 0.5f, 6) * 1.15f;
              case DUNES -> noise.fractal(place * 1.3f / scale, 0.5f, 3) * 1.1f;
              case PINES -> 0.55f * noise.fractal(place * 1.6f, 0.5f, 3) + trees(place, scale);
              case SKYLINE -> houses(place, scale);
            };
  }

  /** Whether a lit window is at this place of a row of houses. */
  boolean isLit(float place, float height) {
    float width = HOUSE * (0.55f + 0.5f * nearness);
    float column = place / width * 6;
    float floor = (height - base) / width * 4.5f;
    float acrossPane = column - (float) Math.floor(column);
    float upPane = floor - (float) Math.floor(floor);
    return acrossPane > 0.3f
        && acrossPane < 0.75f
        && upPane > 0.3f
        && upPane < 0.8f
        && noise.dot((int) Math.floor(column), (int) Math.floor(floor) + 997) > 0.62f;
  }

  private float trees(float place, float scale) {
    float highest = 0;
    float width = TREE * scale;
    int here = (int) Math.floor(place / width);
    for (int tree = here - 1; tree <= here + 1; tree++) {
      float trunk = (tree + 0.2f + 0.6f * noise.dot(tree, 1)) * width;
      float size = 0.35f + 0.5f * noise.dot(tree, 2);
      float away = Math.abs(place - trunk) / width;
      // Branches: the slope is broken into steps that hang a little.
      float slope = size * (1 - away * 1.15f);
      float step = slope * 9;
      float hang = 0.35f * (step - (float) Math.floor(step)) / 9;
      highest = Math.max(highest, slope - hang);
    }
    return Math.max(0, highest) * 0.75f;
  }

  private float houses(float place, float scale) {
    float width = HOUSE * scale;
    int house = (int) Math.floor(place / width);
    float height = noise.dot(house, 3);
    float within = place / width - house;
    float district = noise.at(place * 1.2f, 9.5f);
    float roof = 0.15f + 0.85f * height * height * (0.35f + district);
    boolean mast = noise.dot(house, 4) > 0.78f && Math.abs(within - 0.5f) < 0.025f;
    boolean step = noise.dot(house, 5) > 0.5f && (within < 0.18f || within > 0.82f);
    return mast ? roof + 0.14f : step ? roof - 0.07f : roof;
  }
}
