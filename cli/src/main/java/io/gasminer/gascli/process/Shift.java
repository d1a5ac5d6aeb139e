package io.gasminer.gascli.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Owns the work of a supervisor, from the first start of the miner to its end. For one thread. */
final class Shift {
  private static final Duration STOP_WITHIN = Duration.ofSeconds(30);
  private static final int CONNECT_MILLIS = 500;

  private final Orders orders;
  private final Map<String, String> environment;
  private final ProcessLog log;
  private final Telling telling;
  private final CountDownLatch asked;
  private final InstantSource clock;
  private final RestartPolicy policy = new RestartPolicy();

  /**
   * A shift that has not begun.
   *
   * @param asked opens when the supervisor is asked to stop
   */
  Shift(
      Orders orders,
      Map<String, String> environment,
      ProcessLog log,
      Telling telling,
      CountDownLatch asked,
      InstantSource clock) {
    this.orders = orders;
    this.environment = environment;
    this.log = log;
    this.telling = telling;
    this.asked = asked;
    this.clock = clock;
  }

  void work() throws InterruptedException {
    Optional<WatchedMiner> miner = orders.adopt() == 0 ? start() : adopted();
    while (miner.isPresent()) {
      watch(miner.get());
      if (miner.get().runs()) {
        stop(miner.get());
        return;
      }
      miner = after(LastExit.of(miner.get().exitCode(), clock.instant()));
    }
  }

  private Optional<WatchedMiner> adopted() {
    Optional<WatchedMiner> found = WatchedMiner.adopt(orders.adopt());
    found.ifPresent(
        miner -> {
          log.say("took over the miner that runs, process " + miner.process().pid());
          telling.starts(miner);
        });
    return found.or(() -> after(LastExit.of(RestartPolicy.UNKNOWN, clock.instant())));
  }

  private Optional<WatchedMiner> start() {
    try {
      WatchedMiner miner = WatchedMiner.start(orders.serving().command(), environment, log.file());
      log.say("started the miner, process " + miner.process().pid());
      telling.starts(miner);
      return Optional.of(miner);
    } catch (IOException noSuchProgram) {
      log.say("cannot start " + orders.serving().command().getFirst() + ": " + noSuchProgram);
      telling.gaveUp(
          new LastExit(
              RestartPolicy.UNKNOWN,
              clock.instant(),
              "it cannot be started: " + noSuchProgram.getMessage()));
      return Optional.empty();
    }
  }

  private void watch(WatchedMiner miner) throws InterruptedException {
    boolean answers = false;
    while (miner.runsOn(asked)) {
      if (!answers && answers()) {
        answers = true;
        policy.healthy(clock.instant());
        telling.answers();
      }
      log.trim();
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(orders.serving().host(), orders.serving().port()), CONNECT_MILLIS);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** The next life of the miner, or empty when there is none. */
  private Optional<WatchedMiner> after(LastExit exit) {
    return switch (policy.ended(exit.code(), exit.at())) {
      case RestartPolicy.Next.Again(Duration pause, int inARow) -> {
        Instant next = exit.at().plus(pause);
        // Put together by hand: formatting loads much that this small process has no need of.
        log.say(
            "the miner ended ("
                + exit.reason()
                + "); started again in "
                + pause.toSeconds()
                + " s ("
                + inARow
                + " of "
                + RestartPolicy.MOST_IN_A_ROW
                + " in a row)");
        telling.waits(exit, next);
        yield isAskedWithin(pause) ? stopped() : start();
      }
      case RestartPolicy.Next.Down(String why) -> {
        log.say("the miner ended: " + why);
        telling.stopped(Optional.of(exit));
        yield Optional.empty();
      }
      case RestartPolicy.Next.GivenUp(String why) -> {
        log.say("the miner ended (" + exit.reason() + ") and stays down: " + why);
        telling.gaveUp(new LastExit(exit.code(), exit.at(), exit.reason() + "; " + why));
        yield Optional.empty();
      }
    };
  }

  private boolean isAskedWithin(Duration pause) {
    try {
      return asked.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException alsoAsked) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private Optional<WatchedMiner> stopped() {
    log.say("stopped while the miner was down");
    telling.stopped(Optional.empty());
    return Optional.empty();
  }

  private void stop(WatchedMiner miner) throws InterruptedException {
    log.say("asked to stop; the miner is given " + STOP_WITHIN.toSeconds() + " s");
    boolean byItself = miner.stop(STOP_WITHIN);
    LastExit exit =
        LastExit.of(miner.runs() ? RestartPolicy.UNKNOWN : miner.exitCode(), clock.instant());
    log.say(
        byItself
            ? "the miner has stopped (" + exit.reason() + ")"
            : "the miner did not stop in time and was killed; what it had accepted is kept");
    telling.stopped(Optional.of(exit));
  }
}
