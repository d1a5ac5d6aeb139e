package io.gasminer.c2pa.manifest;

/**
 * Ends the reading of a store of which nothing can be reported; leaves the package only as {@link
 * Validated.Unreadable}.
 */
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  Unreadable(String reason) {
    super(reason, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
