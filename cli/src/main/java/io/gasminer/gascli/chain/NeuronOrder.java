package io.gasminer.gascli.chain;

import io.gasminer.bittensor.chain.Neuron;
import java.util.Comparator;

/** Owns the orders in which neurons are shown; equals stand in the order of their uids. */
public enum NeuronOrder {
  /** The least first. */
  UID(Comparator.comparingInt(Neuron::uid)),
  /** The greatest first. */
  STAKE(Comparator.comparing(Neuron::stake).reversed().thenComparing(Neuron::uid)),
  /** The greatest first. */
  INCENTIVE(Comparator.comparing(Neuron::incentive).reversed().thenComparing(Neuron::uid));

  private final transient Comparator<Neuron> comparator;

  NeuronOrder(Comparator<Neuron> comparator) {
    this.comparator = comparator;
  }

  Comparator<Neuron> comparator() {
    return comparator;
  }
}
