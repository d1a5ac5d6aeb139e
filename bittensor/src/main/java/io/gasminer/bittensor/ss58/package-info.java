/**
 * SS58: how the chain writes public keys for people.
 *
 * <p>Rule: pure values; text that is no address is an empty result, never an exception.
 */
@NullMarked
package io.gasminer.bittensor.ss58;

import org.jspecify.annotations.NullMarked;
