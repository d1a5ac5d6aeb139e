/**
 * What a neuron says to Subtensor and reads from it: extrinsics and how their dispatch ended.
 *
 * <p>Rule: no I/O here, and no fixed layouts: everything is encoded and decoded by the metadata of
 * the runtime that is asked.
 */
@NullMarked
package io.gasminer.bittensor.subtensor;

import org.jspecify.annotations.NullMarked;
