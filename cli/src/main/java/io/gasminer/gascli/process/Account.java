package io.gasminer.gascli.process;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Owns what the supervisor tells of its work, as {@code supervision.json} keeps it.
 *
 * @param supervisorPid the supervisor that wrote it; whether it lives is another question
 * @param since when that supervisor began
 * @param miner the miner that runs; empty where none does
 */
public record Account(
    long supervisorPid,
    Instant since,
    State state,
    Optional<Running> miner,
    History history,
    Serving serving) {
  static final int VERSION = 1;

  /** What the supervisor is at. */
  public enum State {
    /** The miner's process runs and does not answer yet. */
    STARTING,
    /** The miner answers. */
    RUNNING,
    /** The miner ended and is started again soon. */
    BACKOFF,
    /** The miner was asked to stop. */
    STOPPED,
    /** The miner ended and is not started again; the operator must act. */
    FAILED;

    /** As the file writes it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a supervisor should live in this state. */
    public boolean isMeantToRun() {
      return this == STARTING || this == RUNNING || this == BACKOFF;
    }
  }

  /** The miner's process. */
  public record Running(long pid, Instant startedAt) {}

  /**
   * What happened before.
   *
   * @param restarts how often the miner was started again since the start that a person asked for
   * @param boot names the run of the operating system; empty where that has no name
   */
  public record History(
      int restarts, Optional<LastExit> lastExit, Optional<Instant> nextStartAt, String boot) {}

  /**
   * What is run, and where it answers.
   *
   * @param host the address of this machine at which the miner can be asked
   */
  public record Serving(List<String> command, String host, int port, Path logFile) {}

  /** The same of a miner that runs no more. */
  Account endedAs(State ended) {
    return new Account(supervisorPid, since, ended, Optional.empty(), history, serving);
  }

  /** One JSON object. */
  String json() {
    return new JsonLine()
            .add("version", VERSION)
            .add("supervisorPid", supervisorPid)
            .add("since", since.toString())
            .add("state", state.word())
            .put("minerPid", miner.map(running -> Long.toString(running.pid())).orElse("null"))
            .add("startedAt", miner.map(running -> running.startedAt().toString()))
            .add("restarts", history.restarts())
            .put("lastExit", history.lastExit().map(Account::exit).orElse("null"))
            .add("nextStartAt", history.nextStartAt().map(Instant::toString))
            .add("boot", history.boot())
            .add("host", serving.host())
            .add("port", serving.port())
            .add("logFile", serving.logFile().toString())
            .add("command", serving.command())
            .end()
        + "\n";
  }

  private static String exit(LastExit exit) {
    return new JsonLine()
        .add("code", exit.code())
        .add("at", exit.at().toString())
        .add("reason", exit.reason())
        .end();
  }
}
