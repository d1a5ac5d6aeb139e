package io.gasminer.c2pa.jumbf;

import io.gasminer.c2pa.cbor.Span;
import java.util.Optional;

/**
 * Owns what a description box ({@code jumd}) says of its superbox.
 *
 * @param uuid the content type in 32 lower-case hexadecimal digits
 * @param label not empty
 * @param salt the range of the payload of the private {@code c2sh} box
 * @param span the whole box
 */
public record Description(String uuid, String label, Optional<Span> salt, Span span) {}
