package io.gasminer.c2pa.jumbf;

import io.gasminer.c2pa.cbor.Span;

/** Owns one box of a JUMBF tree: a superbox or content. Spans refer to the parsed bytes. */
public sealed interface JumbfBox permits Superbox, ContentBox {
  /** Where the whole box lay, its header included. */
  Span span();
}
