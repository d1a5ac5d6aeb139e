package io.gasminer.c2pa.manifest;

/** Ends a comparison that failed; never leaves the package. */
final class Mismatch extends Exception {
  private static final long serialVersionUID = 1L;

  Mismatch(String reason) {
    super(reason, null, false, false);
  }
}
