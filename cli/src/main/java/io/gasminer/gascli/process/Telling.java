package io.gasminer.gascli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Owns the account of a shift while it changes, and its writing. For one thread. */
final class Telling {
  private final AccountFile file;
  private final ProcessLog log;
  private Account account;

  private Telling(AccountFile file, ProcessLog log, Account account) {
    this.file = file;
    this.log = log;
    this.account = account;
  }

  /** The account of a supervisor that begins; nothing is written yet. */
  static Telling begin(Orders orders, AccountFile file, ProcessLog log, Instant now) {
    return new Telling(
        file,
        log,
        new Account(
            ProcessHandle.current().pid(),
            now,
            Account.State.STARTING,
            Optional.empty(),
            // The first start counts as none.
            new Account.History(
                orders.restarts() - (orders.adopt() == 0 ? 1 : 0),
                Optional.empty(),
                Optional.empty(),
                boot()),
            orders.serving()));
  }

  /** The miner's process runs. */
  void starts(WatchedMiner miner) {
    boolean startedHere = miner.child().isPresent();
    tell(
        Account.State.STARTING,
        Optional.of(new Account.Running(miner.process().pid(), miner.startedAt())),
        account.history().restarts() + (startedHere ? 1 : 0),
        account.history().lastExit(),
        Optional.empty());
  }

  /** The miner answers. */
  void answers() {
    tell(
        Account.State.RUNNING,
        account.miner(),
        account.history().restarts(),
        account.history().lastExit(),
        Optional.empty());
  }

  /** The miner is down until then. */
  void waits(LastExit exit, Instant next) {
    tell(
        Account.State.BACKOFF,
        Optional.empty(),
        account.history().restarts(),
        Optional.of(exit),
        Optional.of(next));
  }

  /** The miner is down as it should be. */
  void stopped(Optional<LastExit> exit) {
    tell(
        Account.State.STOPPED,
        Optional.empty(),
        account.history().restarts(),
        exit.or(() -> account.history().lastExit()),
        Optional.empty());
  }

  /** The miner is down and should not be. */
  void gaveUp(LastExit exit) {
    tell(
        Account.State.FAILED,
        Optional.empty(),
        account.history().restarts(),
        Optional.of(exit),
        Optional.empty());
  }

  private void tell(
      Account.State state,
      Optional<Account.Running> miner,
      int restarts,
      Optional<LastExit> exit,
      Optional<Instant> next) {
    account =
        new Account(
            account.supervisorPid(),
            account.since(),
            state,
            miner,
            new Account.History(restarts, exit, next, account.history().boot()),
            account.serving());
    try {
      file.write(account);
    } catch (IOException fullDisk) {
      log.say("cannot write " + file.file() + " (" + fullDisk + "); the miner is watched on");
    }
  }

  /** Names this run of the operating system; empty where it has no name. */
  static String boot() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
    } catch (IOException noSuchSystem) {
      return "";
    }
  }
}
