package io.gasminer.c2pa.jumbf;

/** Leaves the recursion of the parser; never leaves the package. */
final class MalformedJumbf extends Exception {
  private static final long serialVersionUID = 1L;
  private final String reason;
  private final long offset;

  MalformedJumbf(String reason, long offset) {
    super(reason, null, false, false);
    this.reason = reason;
    this.offset = offset;
  }

  Parsed.Malformed outcome() {
    return new Parsed.Malformed(reason, offset);
  }
}
