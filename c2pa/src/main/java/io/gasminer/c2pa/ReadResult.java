package io.gasminer.c2pa;

/** Owns what came of reading an asset's manifest store. */
public sealed interface ReadResult {
  /** There is a manifest store, and it was judged; the report says how. */
  record Report(ValidationReport report) implements ReadResult {}

  /** The asset is whole, or of a kind that carries no store, and has none. Nobody's fault. */
  record NoManifest(String reason) implements ReadResult {}

  /** Nothing can be said of the asset or of its store; the fault of whoever made it. */
  record Unreadable(String reason) implements ReadResult {}
}
