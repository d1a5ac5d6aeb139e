package io.gasminer.miner.task;

import java.time.Duration;

/** Waiting, as something that can be handed in, so that tests run at the speed of the CPU. */
@FunctionalInterface
public interface Pause {
  /** Blocks the calling virtual thread for the time given; ends early when it is interrupted. */
  void forAbout(Duration time) throws InterruptedException;

  /** The real thing. */
  static Pause real() {
    return Thread::sleep;
  }
}
