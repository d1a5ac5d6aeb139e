package io.gasminer.gascli.takeover;

import io.gasminer.miner.config.EnvText;
import io.gasminer.miner.config.Settings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Owns where an installation keeps things.
 *
 * @param folder of its file of settings, where relative paths start
 */
record Places(EnvText env, Path folder) {
  Optional<String> given(String name) {
    return Settings.named(name).flatMap(env::value);
  }

  String value(String name) {
    return given(name).orElseGet(() -> Settings.named(name).orElseThrow().standard());
  }

  Path output() {
    return path(value("MINER_OUTPUT_DIR"));
  }

  Path state() {
    return given("MINER_STATE_DIR").map(this::path).orElse(output().resolve(".gen_miner_state"));
  }

  /** The hotkey's file. */
  Path hotkey() {
    return path(value("BT_WALLET_PATH"))
        .resolve(value("BT_WALLET_NAME"))
        .resolve("hotkeys")
        .resolve(value("BT_WALLET_HOTKEY"));
  }

  int port() {
    String text = value("BT_AXON_PORT").strip();
    return text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
  }

  private Path path(String text) {
    return text.startsWith("~/")
        ? Path.of(System.getProperty("user.home"), text.substring(2))
        : folder.resolve(text).normalize();
  }
}
