package io.gasminer.c2pa.cbor;

import java.math.BigInteger;

/** Owns an integer of major types 0 and 1: from −2⁶⁴ to 2⁶⁴ − 1. */
public record CborInteger(BigInteger value, Span span) implements CborValue {}
