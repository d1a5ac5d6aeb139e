package io.gasminer.miner.generation.sandbox;

import io.gasminer.miner.media.PixelSize;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Owns a landscape that prompt and seed decide: sky, clouds, sun or moon, ridges, perhaps a lake.
 *
 * <p>Lengths are in picture heights, so that every size shows the same picture. Immutable,
 * thread-safe.
 */
record Landscape(
    PixelSize size,
    Mood mood,
    Noise clouds,
    float cover,
    float horizon,
    float shore,
    Luminary luminary,
    List<Star> stars,
    List<Ridge> ridges,
    Caption caption)
    implements Painting {

  /** One star: where it is and how bright. */
  record Star(float place, float height, float brightness) {}

  static Landscape of(PixelSize size, String prompt, long seed) {
    SplittableRandom random = new SplittableRandom(prompt.hashCode() * 0x9e3779b97f4a7c15L ^ seed);
    float breadth = (float) size.width() / size.height();
    Mood mood = Mood.of(prompt, random);
    float horizon = between(random, 0.56f, 0.7f);
    float shore = mood.water() ? horizon + between(random, 0.06f, 0.12f) : 2;
    return new Landscape(
        size,
        mood,
        new Noise(random.nextLong()),
        between(random, 0.4f, 0.6f),
        horizon,
        shore,
        Luminary.of(random, breadth, horizon, mood.palette()),
        stars(random, breadth, mood.palette()),
        ridges(random, mood, horizon, Math.min(shore, 1.04f)),
        Caption.of(size, prompt, "GAS-MINER SANDBOX   " + size + "   SEED " + seed));
  }

  @Override
  public Brush at(float moment) {
    return new Moment(this, moment);
  }

  private static List<Star> stars(SplittableRandom random, float breadth, Palette palette) {
    List<Star> stars = new ArrayList<>();
    int count = palette.isDark() ? (int) (260 * breadth) : 0;
    for (int i = 0; i < count; i++) {
      float brightness = (float) Math.pow(random.nextDouble(), 3);
      stars.add(
          new Star(
              breadth * (float) random.nextDouble(),
              0.62f * (float) random.nextDouble(),
              0.25f + 0.75f * brightness));
    }
    return List.copyOf(stars);
  }

  private static List<Ridge> ridges(SplittableRandom random, Mood mood, float from, float to) {
    List<Ridge> ridges = new ArrayList<>();
    int count = mood.water() ? random.nextInt(2, 4) : random.nextInt(4, 7);
    for (int i = 0; i < count; i++) {
      float nearness = count == 1 ? 1 : (float) i / (count - 1);
      // Far rows are mountains or hills, whatever stands near.
      Ridge.Kind kind =
          i == 0 && mood.ground() != Ridge.Kind.DUNES ? Ridge.Kind.PEAKS : mood.ground();
      ridges.add(
          new Ridge(
              kind,
              new Noise(random.nextLong()),
              Noise.mix(from + 0.04f, to + 0.02f, nearness),
              between(random, 0.16f, 0.38f) * (1 - 0.35f * nearness),
              mood.water() ? nearness * 0.75f : nearness));
    }
    return List.copyOf(ridges);
  }

  private static float between(SplittableRandom random, float low, float high) {
    return Noise.mix(low, high, (float) random.nextDouble());
  }
}
