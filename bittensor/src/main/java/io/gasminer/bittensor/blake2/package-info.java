/**
 * BLAKE2b, which addresses, storage keys and derivations are made with.
 *
 * <p>Rule: no other library is needed for it; a signed jar that has it costs a command more time
 * than its connection to the chain.
 */
@NullMarked
package io.gasminer.bittensor.blake2;

import org.jspecify.annotations.NullMarked;
