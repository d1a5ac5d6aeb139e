package io.gasminer.miner.generation.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Owns the list of all jobs that were ever bought here, one line each. Thread-safe. */
final class Ledger {
  private static final String NAME = "sandbox-jobs.log";
  private static final int FIELDS = 3;

  private final Path path;
  private final Map<String, Instant> known = new HashMap<>();

  private Ledger(Path path) {
    this.path = path;
  }

  /** The list of this folder, with what earlier lives wrote. */
  static Ledger open(Path stateDir) throws IOException {
    Ledger ledger = new Ledger(stateDir.resolve(NAME));
    if (Files.exists(ledger.path)) {
      Files.readAllLines(ledger.path).forEach(ledger::recall);
    } else {
      Files.createFile(
          ledger.path,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    return ledger;
  }

  /**
   * Adds a job, unless it stands there already; it is on disk when this returns.
   *
   * @return when the job was bought: now, or the first time
   */
  synchronized Instant bought(Instant when, String job, String task) throws IOException {
    Instant earlier = known.get(job);
    if (earlier != null) {
      return earlier;
    }
    Files.writeString(
        path,
        when + " " + job + " " + task + "\n",
        StandardOpenOption.APPEND,
        StandardOpenOption.DSYNC);
    known.put(job, when);
    return when;
  }

  // A line that a crash cut short names no job that anybody was told of.
  private void recall(String line) {
    List<String> fields = List.of(line.split(" "));
    if (fields.size() == FIELDS) {
      try {
        known.put(fields.get(1), Instant.parse(fields.get(0)));
      } catch (DateTimeParseException cutShort) {
        // As above.
      }
    }
  }
}
