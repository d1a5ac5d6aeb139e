package io.gasminer.gascli.models;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Owns the order of tiers as people read them, whatever modality they are of. */
final class Tiers {
  private static final List<String> KNOWN = List.of("1K", "2K", "480P", "720P", "1080P", "4K");

  /** Lowest first; what is no tier of the validators' comes first of all. */
  static final Comparator<String> RISING =
      Comparator.comparingInt((String tier) -> KNOWN.indexOf(tier.toUpperCase(Locale.ROOT)))
          .thenComparing(Comparator.naturalOrder());

  private Tiers() {}
}
