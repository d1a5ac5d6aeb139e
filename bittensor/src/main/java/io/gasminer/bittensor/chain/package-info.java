/**
 * What a neuron asks of Subtensor and tells it: registration, metagraph, axons.
 *
 * <p>Rule: everything is read by the names in the metadata of the runtime that answers, at one
 * block; what the node says is a claim, and an answer that does not fit is a reason, not an
 * exception.
 */
@NullMarked
package io.gasminer.bittensor.chain;

import org.jspecify.annotations.NullMarked;
