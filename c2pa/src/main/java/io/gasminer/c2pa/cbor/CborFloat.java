package io.gasminer.c2pa.cbor;

/** Owns a floating-point number of any of the three widths. */
public record CborFloat(double value, Span span) implements CborValue {}
