package io.gasminer.bittensor.scale;

/** Leaves the recursion of the encoder; never leaves the package. */
final class UnfitValue extends Exception {
  private static final long serialVersionUID = 1L;
  private final String path;
  private final String reason;

  UnfitValue(String reason) {
    this("", reason);
  }

  private UnfitValue(String path, String reason) {
    super(reason, null, false, false);
    this.path = path;
    this.reason = reason;
  }

  UnfitValue inside(String step) {
    return new UnfitValue(Path.joined(step, path), reason);
  }

  Encoded.Refused outcome() {
    return new Encoded.Refused(path, reason);
  }
}
