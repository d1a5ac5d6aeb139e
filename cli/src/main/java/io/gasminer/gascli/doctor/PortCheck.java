package io.gasminer.gascli.doctor;

import io.gasminer.gascli.probe.PortProbe;
import io.gasminer.gascli.probe.PortState;
import io.gasminer.miner.config.MinerConfig;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Whether the port is free for the miner, or the miner has it.
 *
 * @param publicNetwork whether others than this machine's processes are to call
 */
record PortCheck(
    MinerConfig.Listening listening,
    boolean publicNetwork,
    Shared<OptionalLong> miner,
    PortProbe probe)
    implements Check {
  @Override
  public String subject() {
    return "port";
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    PortState state = probe.at(listening.address(), listening.port());
    if (state instanceof PortState.NoSuchAddress) {
      return List.of(
          closed("this machine has no such address", "BT_AXON_IP: 0.0.0.0 is all of its own"));
    }
    List<Finding> found = new ArrayList<>(warnings());
    switch (state) {
      case PortState.Free _ when found.isEmpty() ->
          found.add(new Finding.Ok(place() + " is free; no miner listens there yet"));
      case PortState.Free _, PortState.NoSuchAddress _ -> {}
      case PortState.Taken taken -> found.add(taken(taken));
      case PortState.NotAllowed _ ->
          found.add(closed("this user may not", "BT_AXON_PORT: a port above 1023, such as 8093"));
      case PortState.Refused(String reason) ->
          found.add(closed(reason, "BT_AXON_IP and BT_AXON_PORT: another address or port"));
    }
    return found;
  }

  private List<Finding> warnings() {
    List<Finding> found = new ArrayList<>();
    if (publicNetwork && InetAddress.ofLiteral(listening.address()).isLoopbackAddress()) {
      found.add(
          new Finding.Warning(
              "the miner listens on " + listening.address() + " alone",
              "no validator reaches it, unless something on this machine forwards calls to it",
              "BT_AXON_IP=0.0.0.0"));
    }
    if (publicNetwork && listening.port() == 0) {
      found.add(
          new Finding.Warning(
              "BT_AXON_PORT is 0, so every start takes another port",
              "each must be announced anew, and no firewall can be opened for it",
              "BT_AXON_PORT=8093"));
    }
    return found;
  }

  private Finding taken(PortState.Taken state) throws InterruptedException {
    OptionalLong running = miner.get();
    boolean own =
        running.isPresent()
            && state.holder().map(pid -> pid == running.getAsLong()).orElse(state.byMiner());
    if (!own) {
      return Finding.lasting(
          place() + " is taken by " + state.who(),
          state.byMiner()
              ? "a miner answers there, but not the one of this state folder; two cannot share it"
              : "the miner does not start",
          "end that, or set another BT_AXON_PORT");
    }
    return state.byMiner()
        ? new Finding.Ok(place() + " is held by this miner, and it answers")
        : Finding.passing(
            place() + " is held by this miner, which does not answer",
            "validators get no answer either",
            "'gascli generator logs', then 'gascli generator restart'");
  }

  private Finding closed(String why, String next) {
    return Finding.lasting(
        place() + " cannot be opened (" + why + ")", "the miner does not start", next);
  }

  private String place() {
    return listening.address() + ":" + listening.port();
  }
}
