package io.gasminer.bittensor.chain;

import java.util.Optional;
import java.util.function.Function;

/** Owns what came of asking the chain. */
public sealed interface Answer<T> {
  /** The chain's answer. */
  record Got<T>(T value) implements Answer<T> {}

  /**
   * There is none: no node can be reached, or what it says does not fit. Nothing changed on the
   * chain; the reason is for people.
   */
  record Unavailable<T>(String reason) implements Answer<T> {}

  /** The answer, where there is one. */
  default Optional<T> found() {
    return this instanceof Got<T>(T value) ? Optional.of(value) : Optional.empty();
  }

  /** Asks further with what was answered. */
  default <R> Answer<R> then(Function<? super T, Answer<R>> next) {
    return switch (this) {
      case Got<T>(T value) -> next.apply(value);
      case Unavailable<T>(String reason) -> new Unavailable<>(reason);
    };
  }

  /** Something else made of what was answered. */
  default <R> Answer<R> map(Function<? super T, R> change) {
    return then(value -> new Got<>(change.apply(value)));
  }
}
