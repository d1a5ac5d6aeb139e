package io.gasminer.c2pa.asset;

/** Says why a container cannot be walked; callers turn it into an outcome. */
public final class DamagedAsset extends Exception {
  private static final long serialVersionUID = 1L;

  DamagedAsset(String reason) {
    super(reason, null, false, false);
  }

  /** The reason, for a report. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
