/**
 * CBOR (RFC 8949) as C2PA uses it: a strict decoder that remembers where each item lay, and a
 * deterministic encoder.
 *
 * <p>Rule: knows nothing of C2PA or COSE; hostile bytes end in {@link
 * io.gasminer.c2pa.cbor.Decoded.Malformed}, never in an exception.
 */
@NullMarked
package io.gasminer.c2pa.cbor;

import org.jspecify.annotations.NullMarked;
