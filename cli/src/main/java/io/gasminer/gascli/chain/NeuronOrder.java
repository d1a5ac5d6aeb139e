package io.gasminer.gascli.chain;

import io.gasminer.bittensor.chain.Neuron;
import java.util.Comparator;

/** Owns the orders in which neurons are shown; equals stand in the order of their uids. */
public enum NeuronOrder {
  /** The least first. */
  UID,
  /** The greatest first. */
  STAKE,
  /** The greatest first. */
  INCENTIVE;

  Comparator<Neuron> comparator() {
    return switch (this) {
      case UID -> Comparator.comparingInt(Neuron::uid);
      case STAKE -> Comparator.comparing(Neuron::stake).reversed().thenComparingInt(Neuron::uid);
      case INCENTIVE ->
          Comparator.comparingDouble(Neuron::incentive).reversed().thenComparingInt(Neuron::uid);
    };
  }
}
