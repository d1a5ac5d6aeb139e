package io.gasminer.miner.generation.sandbox;

import io.gasminer.miner.media.PixelSize;

/** Something that can be painted row by row, at each moment of its time. Thread-safe. */
interface Painting {
  PixelSize size();

  /** One painter for one thread: the picture at a moment between 0 and 1. */
  Brush at(float moment);

  /** Paints one row after the other; keeps what it needs for one moment. For one thread. */
  @FunctionalInterface
  interface Brush {
    /** Fills the array with the row's pixels, as 0xRRGGBB. */
    void row(int y, int[] rgb);
  }
}
