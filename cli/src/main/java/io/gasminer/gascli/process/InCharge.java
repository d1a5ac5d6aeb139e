package io.gasminer.gascli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Owns the guess at who runs a miner that gascli did not start, and how that one is asked.
 *
 * @param who for people, as in "systemd (gas-miner.service)"
 * @param stop what stops it
 */
public record InCharge(String who, String stop) {
  private static final int ANCESTORS = 8;

  /** Who runs that process. */
  public static InCharge of(ProcessHandle miner) {
    return unit(miner.pid())
        .map(unit -> new InCharge("systemd (" + unit + ")", "systemctl stop " + unit))
        .or(() -> pm2(miner))
        .orElseGet(() -> new InCharge("a terminal or a script", "kill " + miner.pid()));
  }

  private static Optional<String> unit(long pid) {
    try {
      return Files.readString(Path.of("/proc/" + pid + "/cgroup"))
          .lines()
          .map(line -> line.substring(line.lastIndexOf('/') + 1))
          // Sessions of people run below a service of systemd's own.
          .filter(name -> name.endsWith(".service") && !name.startsWith("user@"))
          .findFirst();
    } catch (IOException noSuchSystem) {
      return Optional.empty();
    }
  }

  private static Optional<InCharge> pm2(ProcessHandle miner) {
    Optional<ProcessHandle> ancestor = miner.parent();
    for (int left = ANCESTORS; left > 0 && ancestor.isPresent(); left--) {
      if (isPm2(ancestor.get().pid())) {
        return Optional.of(
            new InCharge("PM2", "pm2 stop bitmind-generative-miner, or what 'pm2 list' calls it"));
      }
      ancestor = ancestor.get().parent();
    }
    return Optional.empty();
  }

  // PM2's daemon writes over its own arguments, so the system is asked for what stands there now.
  private static boolean isPm2(long pid) {
    try {
      String command = Files.readString(Path.of("/proc/" + pid + "/cmdline"));
      return command.startsWith("PM2 ") || command.contains("/pm2/");
    } catch (IOException noSuchSystem) {
      return false;
    }
  }
}
