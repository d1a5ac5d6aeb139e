package io.gasminer.gascli.status;

import io.gasminer.gascli.charge.Charge;
import io.gasminer.gascli.paper.Spans;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Owns what is said besides the facts: what is wrong, what it means, what to do. */
record Warnings(Seen seen, Card card, Instant now) {
  /** An epoch takes 72 minutes, and the metagraph is read once in each. */
  private static final Duration LONG_AGO = Duration.ofHours(3);

  List<String> all() {
    List<String> all = new ArrayList<>();
    seen.healed().ifPresent(all::add);
    for (String problem : seen.place().problems()) {
      all.add("a start would fail, because of the settings: " + problem);
    }
    if (seen.door() instanceof Door.Answered answered) {
      answering(answered, all);
    }
    return all;
  }

  private void answering(Door.Answered answered, List<String> all) {
    Optional<String> other =
        seen.place().hotkey().filter(own -> card.hotkey().filter(own::equals).isEmpty());
    if (other.isPresent()) {
      all.add(
          "the miner that answers on port "
              + seen.port()
              + " has another hotkey than the settings ("
              + other.get()
              + "): it is another miner, or was started before they changed. Next step:"
              + " gascli generator restart, or another BT_AXON_PORT");
    }
    if (card.uid().isEmpty()) {
      all.add(
          "the hotkey is not registered on the subnet, as far as this miner knows, so no validator"
              + " calls it. Next step: gascli chain metagraph; to register: btcli subnet register");
    }
    if (!answered.healthy()) {
      all.add(
          "no service can be used, so every challenge is refused. Next step: gascli generator info"
              + " shows which keys there are, gascli doctor tries them");
    }
    card.blockAge()
        .filter(age -> age.compareTo(LONG_AGO) > 0)
        .ifPresent(
            age ->
                all.add(
                    "the validators are known from a block that was read "
                        + Spans.words(age)
                        + " ago: new ones are refused. Next step: gascli chain status"));
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
