package io.gasminer.miner.generation.sandbox;

/** Smooth pseudo-random functions of place, the same for the same seed. Immutable, thread-safe. */
record Noise(long seed) {
  /** A number from 0 to 1 for the lattice point. */
  float dot(int x, int y) {
    long hash = seed + x * 0x9e3779b97f4a7c15L + y * 0xc2b2ae3d27d4eb4fL;
    hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
    return (hash >>> 40) * 0x1p-24f;
  }

  /** A smooth number from 0 to 1, with hills one unit wide. */
  float at(float x, float y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    float across = smooth(x - left);
    float down = smooth(y - top);
    float upper = mix(dot(left, top), dot(left + 1, top), across);
    float lower = mix(dot(left, top + 1), dot(left + 1, top + 1), across);
    return mix(upper, lower, down);
  }

  /** A number from 0 to about 1 with detail at several scales, each half as wide as the last. */
  float fractal(float x, float y, int octaves) {
    float sum = 0;
    float weight = 0.5f;
    float scale = 1;
    for (int octave = 0; octave < octaves; octave++) {
      sum += weight * at(x * scale + octave * 17.3f, y * scale + octave * 5.7f);
      weight *= 0.5f;
      scale *= 2.03f;
    }
    return sum;
  }

  /** As {@link #fractal}, but with sharp crests instead of round hills. */
  float ridged(float x, float y, int octaves) {
    float sum = 0;
    float weight = 0.5f;
    float scale = 1;
    for (int octave = 0; octave < octaves; octave++) {
      float crest = 1 - Math.abs(2 * at(x * scale + octave * 11.1f, y + octave * 3.3f) - 1);
      sum += weight * crest * crest;
      weight *= 0.48f;
      scale *= 2.11f;
    }
    return sum;
  }

  static float mix(float from, float to, float share) {
    return from + (to - from) * share;
  }

  static float smooth(float share) {
    float held = Math.clamp(share, 0f, 1f);
    return held * held * (3 - 2 * held);
  }
}
