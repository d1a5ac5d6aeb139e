package io.gasminer.miner.generation.sandbox;

/** Owns one colour; each channel from 0 to 1. */
record Rgb(float red, float green, float blue) {
  static Rgb of(int hex) {
    return new Rgb((hex >> 16 & 0xff) / 255f, (hex >> 8 & 0xff) / 255f, (hex & 0xff) / 255f);
  }

  Rgb mix(Rgb other, float share) {
    return new Rgb(
        Noise.mix(red, other.red, share),
        Noise.mix(green, other.green, share),
        Noise.mix(blue, other.blue, share));
  }
}
