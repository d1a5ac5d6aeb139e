package io.gasminer.gascli.demo;

import java.util.List;
import java.util.random.RandomGenerator;

/** Owns a few prompts in the manner of the field's. */
final class Prompts {
  private static final List<String> SUBJECTS =
      List.of(
          "a lighthouse above a stormy sea",
          "a tram climbing a steep street at dawn",
          "an old observatory under the milky way",
          "a heron standing in morning fog",
          "a market hall full of oranges",
          "a glacier lake seen from a ridge");
  private static final List<String> LIGHTS =
      List.of("golden hour", "overcast light", "long exposure", "hard noon sun", "blue hour");

  private Prompts() {}

  static String draw(RandomGenerator random) {
    return SUBJECTS.get(random.nextInt(SUBJECTS.size()))
        + ", "
        + LIGHTS.get(random.nextInt(LIGHTS.size()));
  }
}
