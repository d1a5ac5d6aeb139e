package io.gasminer.c2pa;

/** Owns the three verdicts on a manifest store (specification §14.3). */
public enum ValidationState {
  /** A rule is broken, so nothing the manifest says counts. */
  INVALID("Invalid"),
  /** Sound, but signed by somebody who is not trusted. */
  VALID("Valid"),
  /** Sound, and its signer is trusted. */
  TRUSTED("Trusted");

  private final String text;

  ValidationState(String text) {
    this.text = text;
  }

  /** As readers' reports spell it. */
  public String text() {
    return text;
  }
}
