package io.gasminer.gascli.status;

import io.gasminer.gascli.charge.Charge;
import io.gasminer.gascli.status.Judgement.Verdict;
import io.gasminer.miner.vitals.Vitals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Owns all that was seen, before it is put together.
 *
 * @param port 0 where it is not known
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
  MinerStatus status(Charge charge, Ledger ledger, Instant now) {
    Card card = door instanceof Door.Answered answered ? Card.of(answered.card()) : Card.blank();
    Optional<Duration> age = usage.map(process -> process.uptime().orElse(Duration.ofDays(1)));
    Verdict verdict = new Judgement(age, door, supervised, now).verdict();
    Optional<String> hotkey =
        card.hotkey().or(() -> vitals.map(Vitals::hotkey)).or(() -> place.hotkey());
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
        new MinerStatus.Identity(
            hotkey, card.uid(), card.version(), card.uptime(), card.block(), card.blockAge()),
        services(card),
        ledger,
        new Warnings(this, card, now).all(),
        Warnings.next(verdict.state(), charge));
  }

  private List<MinerStatus.Service> services(Card card) {
    return card.services().stream()
        .map(
            service ->
                new MinerStatus.Service(
                    service.name(), service.available(), service.makes(), rest(service.name())))
        .toList();
  }

  private Optional<MinerStatus.Rest> rest(String service) {
    return vitals.stream()
        .flatMap(told -> told.services().stream())
        .filter(told -> told.name().equals(service))
        .findFirst()
        .flatMap(Vitals.Service::rest)
        .map(rest -> new MinerStatus.Rest(rest.why(), rest.until()));
  }
}
