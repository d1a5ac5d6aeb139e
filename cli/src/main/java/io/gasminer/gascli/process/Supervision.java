package io.gasminer.gascli.process;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Owns what can be told, at one moment, of the miner of one state folder and of who watches it.
 *
 * @param account what the last supervisor told; it may be dead
 * @param supervisor the supervisor that lives
 * @param miner the miner that lives, whoever started it
 */
public record Supervision(
    Path stateDir,
    Optional<Account> account,
    Optional<ProcessHandle> supervisor,
    Optional<ProcessHandle> miner) {

  /** Who watches whom. */
  public enum Condition {
    /** No miner runs, and none is meant to. */
    NONE,
    /** A supervisor lives; its miner runs, or is started again soon. */
    SUPERVISED,
    /** The miner runs on without its supervisor; {@link Healing} gives it another. */
    ORPHANED,
    /** Supervisor and miner are both gone and nobody stopped them; {@link Healing} starts them. */
    LOST,
    /** A miner runs that was started otherwise: in a terminal, by systemd, by PM2. */
    FOREIGN
  }

  /** Looks; nothing is changed. */
  public static Supervision of(Path stateDir) {
    ProcessFolder folder = ProcessFolder.in(stateDir);
    Optional<Account> account = AccountReading.from(folder.account());
    Optional<ProcessHandle> own =
        account
            .flatMap(Account::miner)
            .flatMap(running -> Living.of(running.pid(), running.startedAt()));
    return new Supervision(
        stateDir,
        account,
        Living.holding(folder.pid(), folder.lock()),
        own.or(
            () -> Living.holding(stateDir.resolve("miner.pid"), stateDir.resolve("miner.lock"))));
  }

  /** Who watches whom. */
  public Condition condition() {
    if (supervisor.isPresent()) {
      return Condition.SUPERVISED;
    }
    if (miner.isPresent()) {
      return isOurs(miner.get()) ? Condition.ORPHANED : Condition.FOREIGN;
    }
    boolean lost =
        account
            .filter(told -> told.state().isMeantToRun())
            // Who restarts the machine decides what runs after it.
            .filter(told -> told.history().boot().equals(Telling.boot()))
            .isPresent();
    return lost ? Condition.LOST : Condition.NONE;
  }

  /** Whether the account is that of the supervisor that lives. */
  boolean hasTold() {
    return supervisor
        .filter(lives -> account.filter(told -> told.supervisorPid() == lives.pid()).isPresent())
        .isPresent();
  }

  private boolean isOurs(ProcessHandle process) {
    return account
        .flatMap(Account::miner)
        .filter(running -> running.pid() == process.pid())
        .isPresent();
  }

  /** Where the supervisor writes what it did, and the miner's process what it printed. */
  public Path processLog() {
    return ProcessFolder.in(stateDir).log();
  }
}
