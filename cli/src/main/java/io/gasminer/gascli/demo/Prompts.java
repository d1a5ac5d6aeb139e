package io.gasminer.gascli.demo;

import java.util.List;
import java.util.random.RandomGenerator;

/** Owns a few prompts in the manner of the field's. */
final class Prompts {
  private static final List<String> SUBJECTS =
      List.of(
          "a lake beneath snowy mountains",
          "pine forest on a misty ridge",
          "a quiet fjord seen from the shore",
          "rolling hills behind still water",
          "a jagged peak above a valley of firs",
          "an island of dunes in a calm bay");
  private static final List<String> LIGHTS =
      List.of("golden hour", "moonlit night", "at dawn", "hard noon sun", "blue hour");

  private Prompts() {}

  static String draw(RandomGenerator random) {
    return SUBJECTS.get(random.nextInt(SUBJECTS.size()))
        + ", "
        + LIGHTS.get(random.nextInt(LIGHTS.size()));
  }
}
