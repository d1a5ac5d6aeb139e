package io.gasminer.miner.generation.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** Owns the list of all jobs that were ever bought here, one line each. Thread-safe. */
final class Ledger {
  private static final String NAME = "sandbox-jobs.log";

  private final Path path;

  Ledger(Path stateDir) {
    this.path = stateDir.resolve(NAME);
  }

  /** Adds a job; it is on disk when this returns. */
  synchronized void bought(Instant when, String job, String task) throws IOException {
    Files.writeString(
        path,
        when + " " + job + " " + task + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND,
        StandardOpenOption.DSYNC);
  }
}
