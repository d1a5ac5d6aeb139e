package io.gasminer.gascli.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Owns the environment that a running process of this user was started with, where the system tells
 * it: so that whoever takes over a miner restarts it with the same keys and password.
 */
final class Environment {
  static final String PASSWORD = "BT_WALLET_PASSWORD";

  private Environment() {}

  /** All of it; empty where the system does not tell. */
  static Optional<Map<String, String>> of(long pid) {
    try {
      String text =
          new String(
              Files.readAllBytes(Path.of("/proc/" + pid + "/environ")), StandardCharsets.UTF_8);
      Map<String, String> all = new HashMap<>();
      for (String entry : text.split("\0")) {
        int equals = entry.indexOf('=');
        if (equals > 0) {
          all.put(entry.substring(0, equals), entry.substring(equals + 1));
        }
      }
      return all.isEmpty() ? Optional.empty() : Optional.of(all);
    } catch (IOException nobodyTells) {
      return Optional.empty();
    }
  }
}
