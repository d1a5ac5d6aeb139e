package io.gasminer.c2pa.cbor;

/** Owns a tag and the item it speaks of. */
public record CborTag(long number, CborValue content, Span span) implements CborValue {}
