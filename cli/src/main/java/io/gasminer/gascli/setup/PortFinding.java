package io.gasminer.gascli.setup;

import io.gasminer.gascli.probe.PortState;
import java.util.Optional;

/** Owns how the state of a port is put to whoever chose it. */
final class PortFinding {
  private PortFinding() {}

  static Finding of(String address, int port, PortState state) {
    return switch (state) {
      case PortState.Free _ -> new Finding.Fine("port " + port + " on " + address + " is free");
      case PortState.Taken(boolean byMiner, Optional<Long> _, String who) ->
          byMiner
              ? new Finding.Doubtful(
                  "a miner listens on port "
                      + port
                      + " already, "
                      + who
                      + ": fine if it is the one that this file is for, else take another port")
              : new Finding.Wrong(
                  "port "
                      + port
                      + " is in use by another program, "
                      + who
                      + "; take another one, or stop that one");
      case PortState.NotAllowed _ ->
          new Finding.Wrong(
              "this user may not listen on port " + port + "; take one from 1024 on, such as 8093");
      case PortState.NoSuchAddress _ ->
          new Finding.Wrong(
              "this machine has no address '" + address + "'; set BT_AXON_IP to 0.0.0.0");
      case PortState.Refused(String reason) ->
          new Finding.Wrong(
              "port " + port + " on " + address + " cannot be opened (" + reason + ")");
    };
  }
}
