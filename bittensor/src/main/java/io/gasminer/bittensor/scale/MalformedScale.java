package io.gasminer.bittensor.scale;

/**
 * Owns the way out of a decoder's recursion. It stays inside codecs: whoever decodes turns it into
 * an {@link #outcome}.
 */
public final class MalformedScale extends Exception {
  private static final long serialVersionUID = 1L;
  private final String path;
  private final String reason;
  private final int offset;

  /** A fault at that byte. */
  public MalformedScale(String reason, int offset) {
    this("", reason, offset);
  }

  private MalformedScale(String path, String reason, int offset) {
    super(reason, null, false, false);
    this.path = path;
    this.reason = reason;
    this.offset = offset;
  }

  /** The same fault, seen from one level further out. */
  public MalformedScale inside(String step) {
    return new MalformedScale(Path.joined(step, path), reason, offset);
  }

  /** The fault as a value. */
  public Decoded.Malformed outcome() {
    return new Decoded.Malformed(path, reason, offset);
  }
}
