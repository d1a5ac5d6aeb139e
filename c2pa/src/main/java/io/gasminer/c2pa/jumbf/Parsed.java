package io.gasminer.c2pa.jumbf;

import java.util.Optional;

/** Owns what came of parsing. */
public sealed interface Parsed {
  /** The bytes begin with a well-formed superbox. */
  record Tree(Superbox root) implements Parsed {}

  /** The bytes are no JUMBF that a reader may trust; nothing in them counts. */
  record Malformed(String reason, long offset) implements Parsed {}

  /** The root, where there is one. */
  default Optional<Superbox> tree() {
    return this instanceof Tree tree ? Optional.of(tree.root()) : Optional.empty();
  }
}
