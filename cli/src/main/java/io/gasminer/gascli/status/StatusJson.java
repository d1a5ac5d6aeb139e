package io.gasminer.gascli.status;

import io.gasminer.gascli.charge.Charge;
import io.gasminer.miner.vitals.Vitals;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Owns what {@code --json} says of a miner's status; what is not known is null. */
public final class StatusJson {
  private StatusJson() {}

  /** All of it. */
  public static Map<String, Object> of(MinerStatus status) {
    Optional<Vitals> vitals = status.vitals();
    Optional<Vitals.Chain> chain = vitals.map(Vitals::chain);
    Map<String, Object> all = brief(status);
    all.put("reason", status.words());
    all.put("cpu_percent_average", status.usage().flatMap(Usage::cpuOnAverage));
    all.put("state_dir", status.stateDir().toString());
    all.put("in_charge", charge(status.charge()));
    all.put("supervisor", status.supervised().map(StatusJson::supervised));
    all.put("version", vitals.map(Vitals::version));
    all.put("hotkey", status.hotkey());
    all.put("uid", chain.flatMap(Vitals.Chain::uid));
    all.put("block", chain.map(Vitals.Chain::block));
    all.put(
        "block_age_seconds",
        chain.map(known -> Duration.between(known.readAt(), status.at()).toSeconds()));
    all.put(
        "services",
        vitals.stream()
            .flatMap(told -> told.services().stream())
            .map(StatusJson::service)
            .toList());
    all.put("tasks", tasks(status.ledger()));
    all.put("warnings", status.warnings());
    all.put("next_step", status.next());
    return all;
  }

  /** What the table of all services says. */
  public static Map<String, Object> brief(MinerStatus status) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("name", "generator");
    all.put("state", status.state().wireName());
    all.put("pid", status.usage().map(Usage::pid));
    all.put("uptime_seconds", status.usage().flatMap(Usage::uptime).map(Duration::toSeconds));
    all.put("cpu_percent", status.usage().flatMap(Usage::cpu));
    all.put("memory_bytes", status.usage().flatMap(Usage::memory));
    all.put("restarts", status.supervised().map(Supervised::restarts));
    all.put("port", status.port());
    return all;
  }

  private static Map<String, Object> charge(Charge charge) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("name", charge.name());
    all.put("words", charge.words());
    all.put("stop", charge.stop());
    all.put("restart", charge.restart());
    return all;
  }

  private static Map<String, Object> supervised(Supervised told) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("pid", told.supervisor());
    all.put("state", told.phase().name().toLowerCase(java.util.Locale.ROOT));
    all.put("restarts", told.restarts());
    all.put(
        "last_exit",
        told.lastExit()
            .map(
                exit -> {
                  Map<String, Object> last = new LinkedHashMap<>();
                  last.put("code", exit.code());
                  last.put("at", exit.at().toString());
                  last.put("reason", exit.reason());
                  return last;
                }));
    all.put("next_start_at", told.nextStart().map(Instant::toString));
    return all;
  }

  private static Map<String, Object> service(Vitals.Service service) {
    Optional<Vitals.Rest> rest = service.rest();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("name", service.name());
    all.put("available", service.available());
    all.put("makes", service.makes());
    all.put("left_alone_because", rest.map(Vitals.Rest::why));
    all.put("left_alone_until", rest.map(Vitals.Rest::until).map(Instant::toString));
    return all;
  }

  private static Map<String, Object> tasks(Ledger ledger) {
    Map<String, Object> all = new LinkedHashMap<>();
    switch (ledger) {
      case Ledger.Unread(String why) -> all.put("not_known_because", why);
      case Ledger.Read read -> {
        all.put("pending", read.pending());
        all.put("processing", read.processing());
        all.put("delivered_24h", read.delivered());
        all.put("failed_24h", read.failed());
        all.put("last_delivery", read.lastWord().map(StatusJson::lastWord));
      }
    }
    return all;
  }

  private static Map<String, Object> lastWord(Ledger.LastWord word) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("task", word.task());
    all.put("at", word.at().toString());
    all.put("outcome", word.outcome());
    all.put("status", word.status());
    all.put("answer", word.answer());
    return all;
  }
}
