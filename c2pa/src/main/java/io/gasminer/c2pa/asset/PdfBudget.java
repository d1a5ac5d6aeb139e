package io.gasminer.c2pa.asset;

/** Owns how many bytes of one PDF may be looked at, so that no file can ask for endless work. */
final class PdfBudget {
  private long left;

  PdfBudget(long bytes) {
    this.left = bytes;
  }

  /** Takes some of it; once it is spent, each further try fails. */
  void take(long bytes) throws DamagedAsset {
    if (bytes > left) {
      left = 0;
      throw new DamagedAsset("a PDF that takes too much work");
    }
    left -= bytes;
  }

  boolean isSpent() {
    return left == 0;
  }
}
