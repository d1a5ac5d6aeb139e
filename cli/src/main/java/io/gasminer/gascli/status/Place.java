package io.gasminer.gascli.status;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Owns where a miner is to be looked for, as far as its settings can be read.
 *
 * @param address the one that it listens on
 * @param port 0 where the settings leave it open
 * @param hotkey the address of the wallet's hotkey, where that can be told without a password
 * @param problems what is wrong with the settings, so that a start would fail
 */
public record Place(
    Path stateDir, String address, int port, Optional<String> hotkey, List<String> problems) {
  public Place {
    problems = List.copyOf(problems);
  }
}
