package io.gasminer.gascli.status;

import java.util.Optional;

/** The way to the supervisor of {@code gascli generator start}. */
public interface SupervisionReading {
  /** What it has written; empty where the miner was never started with it. */
  Optional<Supervised> read();

  /** Brings a supervisor back that died; says what was done, or why it could not be. */
  Optional<String> heal() throws InterruptedException;

  /** Nobody supervises. */
  static SupervisionReading none() {
    return new SupervisionReading() {
      @Override
      public Optional<Supervised> read() {
        return Optional.empty();
      }

      @Override
      public Optional<String> heal() {
        return Optional.empty();
      }
    };
  }
}
