package io.gasminer.c2pa.jumbf;

import io.gasminer.c2pa.cbor.Span;

/** Owns a box that holds bytes: its four-letter type and the range of its payload. */
public record ContentBox(String type, Span span, Span payload) implements JumbfBox {}
