package io.gasminer.bittensor.rpc;

/** Owns the way in for hostile frames. */
public final class FrameFeed {
  private static final FrameReader READER = new FrameReader(1 << 20);

  private FrameFeed() {}

  /** Reads one frame, whatever it is, and throws nothing. */
  public static void feed(String text) {
    READER.read(text);
  }
}
