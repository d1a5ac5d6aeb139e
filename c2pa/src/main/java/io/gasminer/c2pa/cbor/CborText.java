package io.gasminer.c2pa.cbor;

/** Owns a text string, which was valid UTF-8. */
public record CborText(String value, Span span) implements CborValue {}
