/**
 * COSE_Sign1 with a detached payload (RFC 9052) as claims are signed: reading, judging, signing.
 *
 * <p>Rule: what is signed or hashed is taken from the bytes as they lay, never encoded again;
 * hostile bytes end in values, never in an exception.
 */
@NullMarked
package io.gasminer.c2pa.cose;

import org.jspecify.annotations.NullMarked;
