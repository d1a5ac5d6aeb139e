package io.gasminer.gascli.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Owns the trying of a port, by listening there for a moment.
 *
 * @param knock finds out whether whoever has it is a miner
 * @param proc where the kernel shows its processes
 */
public record PortProbe(DoorKnock knock, Path proc) {
  /** Tries it. */
  public PortState at(String address, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral(address), port), 1);
      return new PortState.Free();
    } catch (IllegalArgumentException noLiteral) {
      return new PortState.NoSuchAddress();
    } catch (IOException refused) {
      return closed(address, port, String.valueOf(refused.getMessage()));
    }
  }

  // Who has the port comes first: a miner on a port below 1024 is found by a user who may not open
  // it.
  private PortState closed(String address, int port, String why) {
    String reason = why.toLowerCase(Locale.ROOT);
    if (reason.contains("assign")) {
      return new PortState.NoSuchAddress();
    }
    boolean byMiner = knock.at(address, port) instanceof Door.Answered;
    Optional<Long> holder = new PortHolder(proc).of(port);
    if (byMiner || holder.isPresent() || reason.contains("in use")) {
      String who =
          holder
              .map(new ProcessWords(proc)::of)
              .orElse("a process that is not shown to this user (ss -ltnp as root names it)");
      return new PortState.Taken(byMiner, holder, who);
    }
    return reason.contains("permission") ? new PortState.NotAllowed() : new PortState.Refused(why);
  }
}
