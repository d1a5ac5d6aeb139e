package io.gasminer.gascli.probe;

import java.util.Optional;

/** How a port on this machine stands to whoever wants to listen there. */
public sealed interface PortState {
  /** One can listen there. */
  record Free() implements PortState {}

  /**
   * Somebody listens there.
   *
   * @param byMiner whether it answers as a miner does
   * @param holder its process; empty where that is not shown to this user
   * @param who the same in words
   */
  record Taken(boolean byMiner, Optional<Long> holder, String who) implements PortState {}

  /** This user may not listen there; ports below 1024 are the system's. */
  record NotAllowed() implements PortState {}

  /** The address is none, or none of this machine. */
  record NoSuchAddress() implements PortState {}

  /** The system gives another reason. */
  record Refused(String reason) implements PortState {}
}
