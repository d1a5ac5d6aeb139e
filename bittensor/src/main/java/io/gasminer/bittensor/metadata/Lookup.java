package io.gasminer.bittensor.metadata;

import io.gasminer.bittensor.scale.Decoded;
import io.gasminer.bittensor.scale.Encoded;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Owns what came of looking for a name in a runtime's metadata. */
public sealed interface Lookup<T> {
  /** The runtime has it. */
  record Present<T>(T value) implements Lookup<T> {}

  /**
   * The runtime has no such thing: it was renamed or removed by an upgrade, or the name is wrong.
   * The reason is for people and lists names that are near.
   */
  record Absent<T>(String reason, List<String> near) implements Lookup<T> {}

  /** A lookup that found something, or not. */
  static <T> Lookup<T> of(Optional<T> found, String what, String name, Collection<String> known) {
    return found.<Lookup<T>>map(Present::new).orElseGet(() -> absent(what, name, known));
  }

  private static <T> Lookup<T> absent(String what, String name, Collection<String> known) {
    List<String> near = NearNames.of(name, known);
    String hint = near.isEmpty() ? "" : "; near: " + String.join(", ", near);
    return new Absent<>("this runtime has no " + what + " " + name + hint, near);
  }

  /** What was found. */
  default Optional<T> found() {
    return this instanceof Present<T> present ? Optional.of(present.value()) : Optional.empty();
  }

  /** Looks further in what was found. */
  default <R> Lookup<R> then(Function<? super T, Lookup<R>> next) {
    return switch (this) {
      case Present<T> present -> next.apply(present.value());
      case Absent<T> absent -> new Absent<>(absent.reason(), absent.near());
    };
  }

  /** Encodes with what was found; its absence is a refusal. */
  default Encoded encode(Function<? super T, Encoded> encoding) {
    return switch (this) {
      case Present<T> present -> encoding.apply(present.value());
      case Absent<T> absent -> new Encoded.Refused("", absent.reason());
    };
  }

  /** Decodes with what was found; its absence makes the bytes unreadable. */
  default Decoded decode(Function<? super T, Decoded> decoding) {
    return switch (this) {
      case Present<T> present -> decoding.apply(present.value());
      case Absent<T> absent -> new Decoded.Malformed("", absent.reason(), 0);
    };
  }
}
