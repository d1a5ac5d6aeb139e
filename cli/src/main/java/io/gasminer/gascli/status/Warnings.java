package io.gasminer.gascli.status;

import io.gasminer.gascli.charge.Charge;
import io.gasminer.gascli.paper.Spans;
import io.gasminer.gascli.probe.Door;
import io.gasminer.miner.vitals.Vitals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Owns what is said besides the facts: what is wrong, what it means, what to do. */
record Warnings(Seen seen, Charge charge, Instant now) {
  /** An epoch takes 72 minutes, and the metagraph is read once in each. */
  private static final Duration LONG_AGO = Duration.ofHours(3);

  /** Many times what a miner waits between two writings. */
  private static final Duration SILENT = Duration.ofMinutes(2);

  List<String> all() {
    List<String> all = new ArrayList<>();
    seen.healed().ifPresent(all::add);
    seen.place().problems().stream()
        .map(problem -> "the settings are wrong, so a start would fail: " + problem)
        .forEach(all::add);
    if (seen.door() instanceof Door.Answered) {
      seen.vitals().ifPresentOrElse(told -> told(told, all), () -> all.add(untold()));
    }
    return all;
  }

  private String untold() {
    return charge instanceof Charge.Elsewhere
        ? "a miner answers on port "
            + seen.port()
            + ", but none that uses "
            + seen.place().stateDir()
            + ": it runs in a container or as another user, or with other settings. Next step: ask"
            + " there, or give the settings that it was started with (--env-file)"
        : "the miner has not written what it knows of itself to "
            + seen.place().stateDir().resolve("vitals.json")
            + ". Next step: look at the disk's space and the folder's owner";
  }

  private void told(Vitals vitals, List<String> all) {
    seen.place()
        .hotkey()
        .filter(own -> !own.equals(vitals.hotkey()))
        .ifPresent(
            own ->
                all.add(
                    "the settings name another hotkey ("
                        + own
                        + "): they have changed since the miner was started. Next step: "
                        + charge.restart()));
    if (vitals.chain().uid().isEmpty()) {
      all.add(
          "the hotkey is not registered on the subnet, as far as this miner knows, so no validator"
              + " calls it. Next step: gascli chain metagraph; to register: btcli subnet register");
    }
    if (vitals.services().stream().noneMatch(Vitals.Service::available)) {
      all.add(
          "no service can be used, so every challenge is refused. Next step: gascli generator info"
              + " shows which keys there are");
    }
    Duration age = Duration.between(vitals.chain().readAt(), now);
    if (age.compareTo(LONG_AGO) > 0) {
      all.add(
          "the validators are known from a block that was read "
              + Spans.words(age)
              + " ago, so new ones are refused. Next step: gascli chain status, or a newer"
              + " BT_METAGRAPH_FILE where one is set");
    }
    Duration silent = Duration.between(vitals.writtenAt(), now);
    if (silent.compareTo(SILENT) > 0) {
      all.add(
          "what the miner says of itself is "
              + Spans.words(silent)
              + " old: it cannot write to its state folder. Next step: look at the disk's space");
    }
  }

  /** What to do where it does not run as it should. */
  static Optional<String> next(State state, Charge charge) {
    return switch (state) {
      case RUNNING -> Optional.empty();
      case STARTING -> Optional.of("look again in some seconds, or gascli generator logs -f");
      case NOT_ANSWERING ->
          Optional.of("gascli generator logs shows what it does; then " + charge.restart());
      case BACKING_OFF -> Optional.of("gascli generator logs shows why it ended");
      case STOPPED -> Optional.of("gascli generator start");
      case FAILED ->
          Optional.of("gascli generator logs shows why; mend it, then gascli generator start");
    };
  }
}
