/**
 * What a neuron needs of the Bittensor chain.
 *
 * <p>Rule: knows nothing of the miner; secrets are reachable from one class only.
 */
@NullMarked
package io.gasminer.bittensor;

import org.jspecify.annotations.NullMarked;
