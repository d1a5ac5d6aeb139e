package io.gasminer.gascli.doctor;

import io.gasminer.gascli.probe.ProcessWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Owns the question which process has a state folder, asked without claiming it. */
record RunningMiner(Path stateDir, Path proc) {
  /** The process that wrote its number there, if it lives and runs a miner. */
  OptionalLong pid() {
    try {
      String text = Files.readString(stateDir.resolve("miner.pid")).strip();
      if (!text.matches("\\d{1,10}")) {
        return OptionalLong.empty();
      }
      long pid = Long.parseLong(text);
      // The number may have gone to another program since.
      return new ProcessWords(proc).read(pid, "cmdline").contains("GasCli")
          ? OptionalLong.of(pid)
          : OptionalLong.empty();
    } catch (IOException none) {
      return OptionalLong.empty();
    }
  }
}
