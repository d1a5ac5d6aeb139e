package io.gasminer.miner.provenance;

/** Owns the line that tells an operator of a refusal: what it means, then the likeliest steps. */
final class GateAdvice {
  private static final String ANOTHER =
      "Choose a model whose media the validators accept, or put one before it; docs/providers.md"
          + " lists them.";

  private GateAdvice() {}

  static String on(Refusal refusal) {
    return refusal.what() + " " + String.join(" ", refusal.next(ANOTHER));
  }
}
