package io.gasminer.c2pa.cbor;

/** Leaves the recursion of the decoder; never leaves the package. */
final class MalformedCbor extends Exception {
  private static final long serialVersionUID = 1L;
  private final String reason;
  private final int offset;

  MalformedCbor(String reason, int offset) {
    super(reason, null, false, false);
    this.reason = reason;
    this.offset = offset;
  }

  Decoded.Malformed outcome() {
    return new Decoded.Malformed(reason, offset);
  }
}
