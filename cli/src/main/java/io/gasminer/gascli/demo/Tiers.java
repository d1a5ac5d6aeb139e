package io.gasminer.gascli.demo;

import java.util.List;
import java.util.random.RandomGenerator;

/** Owns how validators draw a tier: two common ones at 40 % each, the highest at 20 %. */
final class Tiers {
  static final List<String> IMAGE = List.of("1K", "2K", "4K");
  static final List<String> VIDEO = List.of("480p", "720p", "1080p");

  private Tiers() {}

  /** Draws one of three. */
  static String draw(List<String> tiers, RandomGenerator random) {
    double drawn = random.nextDouble();
    return tiers.get(drawn < 0.4 ? 0 : drawn < 0.8 ? 1 : 2);
  }
}
