package io.gasminer.bittensor.chain;

import java.util.List;

/**
 * Owns a subnet's neurons at one block, in the order of their uids. Immutable.
 *
 * @param tempo blocks in an epoch of this subnet
 */
public record Metagraph(int netuid, long block, int tempo, List<Neuron> neurons) {
  /** Copies the list. */
  public Metagraph {
    neurons = List.copyOf(neurons);
  }
}
