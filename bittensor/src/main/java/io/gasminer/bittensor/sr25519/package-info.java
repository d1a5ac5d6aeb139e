/**
 * sr25519: Schnorr signatures on ristretto255 with Merlin transcripts, compatible with schnorrkel.
 *
 * <p>Rule: constant time wherever a secret is touched; variable time only on public values, and
 * then the method's name says so.
 */
@NullMarked
package io.gasminer.bittensor.sr25519;

import org.jspecify.annotations.NullMarked;
