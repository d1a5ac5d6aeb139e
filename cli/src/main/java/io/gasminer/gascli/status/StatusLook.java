package io.gasminer.gascli.status;

import io.gasminer.gascli.charge.Charge;
import io.gasminer.gascli.charge.ProcessFiles;
import io.gasminer.gascli.probe.Door;
import io.gasminer.gascli.probe.DoorKnock;
import io.gasminer.miner.task.Pause;
import io.gasminer.miner.vitals.Vitals;
import io.gasminer.miner.vitals.VitalsFile;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Owns one look at a miner: its process, its port, its supervisor, its store. It ends within ten
 * seconds, whatever the miner does, and within twenty where a supervisor has to be brought back.
 *
 * @param supervision asked again after it was mended
 */
public record StatusLook(
    Place place,
    SupervisionReading supervision,
    Ledger.Reading ledger,
    InstantSource clock,
    Pause pause) {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** What a processor did in a shorter time is mostly rounding. */
  private static final Duration LONG_ENOUGH = Duration.ofMillis(250);

  private static final Duration CLOCK_WAS_SET = Duration.ofSeconds(10);
  private static final Duration STILL_WRITES = Duration.ofSeconds(30);

  /** Looks. */
  public MinerStatus look() throws InterruptedException {
    boolean orphaned = supervision.read().filter(Supervised::orphaned).isPresent();
    Optional<String> healed = orphaned ? supervision.heal() : Optional.empty();
    Optional<Supervised> supervised = supervision.read();
    ProcessFiles files = ProcessFiles.ofThisSystem();
    Optional<Vitals> written = VitalsFile.read(place.stateDir());
    Optional<Long> pid = new MinerPid(files, place.stateDir()).find(written, supervised);
    Optional<Meter> meter = pid.map(number -> new Meter(files, number));
    Optional<Vitals> fresh = written.filter(told -> isOf(pid, told));
    int port = fresh.map(Vitals::port).orElse(place.port());
    Door door = new DoorKnock(PATIENCE).at(place.address(), port);
    // A miner that was killed wrote a moment ago, but does not answer.
    Optional<Vitals> vitals = fresh.filter(_ -> pid.isPresent() || door instanceof Door.Answered);
    Ledger tasks = ledger.read();
    Optional<Usage> usage = Optional.empty();
    if (meter.isPresent()) {
      Duration missing = LONG_ENOUGH.minus(meter.get().running());
      if (missing.isPositive()) {
        pause.forAbout(missing);
      }
      usage = Optional.of(meter.get().read(clock.instant()));
    }
    Seen seen = new Seen(place, port, usage, door, vitals, supervised, healed);
    return seen.status(charge(pid, door, supervised), tasks, clock.instant());
  }

  // What a miner that was killed has left is of yesterday; one in a container may have no number
  // here, but writes.
  private boolean isOf(Optional<Long> pid, Vitals told) {
    return pid.map(
            number ->
                ProcessHandle.of(number)
                    .flatMap(process -> process.info().startInstant())
                    .map(start -> !told.startedAt().isBefore(start.minus(CLOCK_WAS_SET)))
                    .orElse(true))
        .orElseGet(() -> told.writtenAt().plus(STILL_WRITES).isAfter(clock.instant()));
  }

  private static Charge charge(Optional<Long> pid, Door door, Optional<Supervised> supervised) {
    if (pid.isEmpty()) {
      return door instanceof Door.Answered ? new Charge.Elsewhere() : new Charge.Gone();
    }
    // A miner that another supervisor has taken over is no child of it.
    return supervised
        .filter(told -> told.miner().equals(pid))
        .flatMap(Supervised::supervisor)
        .<Charge>map(Charge.Supervisor::new)
        .orElseGet(() -> Charge.of(pid.get()));
  }
}
