package io.gasminer.gascli.doctor;

import io.gasminer.miner.chain.Reachability;
import io.gasminer.miner.config.MinerConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    Reachability reachability,
    PortHolder holder,
    ProcessWords words)
    implements Check {
  @Override
  public String subject() {
    return "port";
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    InetAddress address;
    try {
      address = InetAddress.ofLiteral(listening.address());
    } catch (IllegalArgumentException noAddress) {
      return List.of(
          Finding.lasting(
              "'" + listening.address() + "' is no address of this machine",
              "the miner does not start",
              "BT_AXON_IP: 0.0.0.0 listens on all of them"));
    }
    List<Finding> found = new ArrayList<>();
    if (publicNetwork && address.isLoopbackAddress()) {
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
    Optional<String> refusal = bind(address);
    if (refusal.isPresent()) {
      found.add(taken(address, refusal.get()));
    } else if (found.isEmpty()) {
      found.add(new Finding.Ok(place() + " is free; no miner listens there yet"));
    }
    return found;
  }

  private Finding taken(InetAddress address, String refusal) throws InterruptedException {
    OptionalLong running = miner.get();
    Optional<Long> owner = holder.of(listening.port());
    InetAddress asked = address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
    boolean answers = reachability.isReached(asked, listening.port());
    boolean own =
        running.isPresent() && owner.map(pid -> pid == running.getAsLong()).orElse(answers);
    if (own && answers) {
      return new Finding.Ok(place() + " is held by this miner, and it answers");
    }
    if (own) {
      return Finding.passing(
          place() + " is held by this miner, which does not answer",
          "validators get no answer either",
          "'gascli generator logs', then 'gascli generator restart'");
    }
    String who =
        owner
            .map(words::of)
            .orElse("a process that is not shown to this user (ss -ltnp as root names it)");
    boolean inUse = owner.isPresent() || answers || refusal.contains("in use");
    return Finding.lasting(
        place() + (inUse ? " is taken by " + who : " cannot be opened (" + refusal + ")"),
        answers
            ? "a miner answers there, but not the one of this state folder; two cannot share it"
            : "the miner does not start",
        inUse
            ? "end that, or set another BT_AXON_PORT"
            : "BT_AXON_IP and BT_AXON_PORT: an address of this machine, a port above 1023");
  }

  private Optional<String> bind(InetAddress address) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(address, listening.port()), 1);
      return Optional.empty();
    } catch (IOException refused) {
      return Optional.of(String.valueOf(refused.getMessage()));
    }
  }

  private String place() {
    return listening.address() + ":" + listening.port();
  }
}
