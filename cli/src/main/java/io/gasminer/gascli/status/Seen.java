package io.gasminer.gascli.status;

import io.gasminer.gascli.charge.Charge;
import io.gasminer.gascli.probe.Door;
import io.gasminer.gascli.status.Judgement.Verdict;
import io.gasminer.miner.vitals.Vitals;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Owns all that was seen, before it is put together.
 *
 * @param port 0 where it is not known
 * @param vitals of the miner that runs
 * @param healed what was done for a supervisor that had died
 */
record Seen(
    Place place,
    int port,
    Optional<Usage> usage,
    Door door,
    Optional<Vitals> vitals,
    Optional<Supervised> supervised,
    Optional<String> healed) {
  private static final Duration UNKNOWN_AGE = Duration.ofDays(1);

  MinerStatus status(Charge charge, Ledger ledger, Instant now) {
    Optional<Duration> age = usage.map(process -> process.uptime().orElse(UNKNOWN_AGE));
    Verdict verdict = new Judgement(age, door, supervised, now).verdict();
    return new MinerStatus(
        now,
        place.stateDir(),
        verdict.state(),
        verdict.words(),
        usage,
        charge,
        // What it wrote of a miner that others run by now is of yesterday.
        supervised.filter(
            _ -> charge instanceof Charge.Supervisor || charge instanceof Charge.Gone),
        port == 0 ? Optional.empty() : Optional.of(port),
        vitals.map(Vitals::hotkey).or(place::hotkey),
        vitals,
        ledger,
        new Warnings(this, charge, now).all(),
        Warnings.next(verdict.state(), charge));
  }
}
