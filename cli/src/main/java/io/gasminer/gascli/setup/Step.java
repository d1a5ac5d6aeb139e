package io.gasminer.gascli.setup;

/** One of the things that a newcomer has to answer. */
@FunctionalInterface
interface Step {
  /** Asks until it is answered; false when the person has left. */
  boolean answered(Desk desk);
}
