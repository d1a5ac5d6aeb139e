package io.gasminer.miner.generation.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Owns what a landscape shall be like; words of the prompt decide where they say something.
 *
 * @param water whether the ground ends at a lake that mirrors it
 */
record Mood(Palette palette, Ridge.Kind ground, boolean water) {
  private record Hint<T>(T meaning, List<String> words) {
    boolean isIn(String prompt) {
      return words.stream().anyMatch(prompt::contains);
    }
  }

  private static final List<Hint<Palette>> LIGHT =
      List.of(
          new Hint<>(Palette.AURORA, List.of("aurora", "northern light", "emerald")),
          new Hint<>(
              Palette.NIGHT, List.of("night", "star", "moon", "space", "galaxy", "midnight")),
          new Hint<>(Palette.VIOLET, List.of("neon", "cyber", "purple", "violet", "dream")),
          new Hint<>(Palette.EMBER, List.of("sunset", "dusk", "fire", "evening", "volcano")),
          new Hint<>(Palette.DAWN, List.of("dawn", "sunrise", "morning", "pink")),
          new Hint<>(Palette.DESERT, List.of("desert", "dune", "sand", "savanna")),
          new Hint<>(Palette.ARCTIC, List.of("snow", "ice", "arctic", "winter", "glacier")),
          new Hint<>(Palette.FOREST, List.of("forest", "fog", "mist", "jungle", "rain")),
          new Hint<>(Palette.LAGOON, List.of("ocean", "sea", "lagoon", "underwater", "fish")),
          new Hint<>(Palette.COPPER, List.of("mars", "autumn", "canyon", "rust")));
  private static final List<Hint<Ridge.Kind>> GROUND =
      List.of(
          new Hint<>(
              Ridge.Kind.SKYLINE, List.of("city", "street", "urban", "cyber", "tower", "car")),
          new Hint<>(Ridge.Kind.PINES, List.of("forest", "tree", "wood", "pine", "jungle")),
          new Hint<>(Ridge.Kind.DUNES, List.of("desert", "dune", "sand", "hill", "wave", "beach")),
          new Hint<>(Ridge.Kind.PEAKS, List.of("mountain", "peak", "alp", "volcano", "cliff")));
  private static final List<String> WATER =
      List.of("water", "sea", "ocean", "lake", "river", "reflection", "beach", "ship", "boat");

  static Mood of(String prompt, RandomGenerator random) {
    String words = prompt.toLowerCase(Locale.ROOT);
    Palette anyLight = anyOf(List.of(Palette.values()), random);
    Ridge.Kind anyGround = anyOf(List.of(Ridge.Kind.values()), random);
    boolean wet = random.nextInt(5) < 2;
    return new Mood(
        firstOf(LIGHT, words, anyLight),
        firstOf(GROUND, words, anyGround),
        wet || WATER.stream().anyMatch(words::contains));
  }

  private static <T> T anyOf(List<T> choices, RandomGenerator random) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static <T> T firstOf(List<Hint<T>> hints, String words, T otherwise) {
    return hints.stream()
        .filter(hint -> hint.isIn(words))
        .map(Hint::meaning)
        .findFirst()
        .orElse(otherwise);
  }
}
