package io.gasminer.c2pa;

/** Says why an asset cannot be signed: what it is, or what is wrong with it. */
public final class CannotSign extends Exception {
  private static final long serialVersionUID = 1L;

  CannotSign(String reason) {
    super(reason);
  }
}
