package io.gasminer.c2pa.asset;

/** Owns one part of a container as {@code c2pa.hash.boxes} names it. */
public record NamedRange(String name, Range range) {
  /** The name of the part that carries the manifest store. */
  public static final String STORE = "C2PA";
}
