package io.gasminer.gascli.setup;

import java.util.Optional;

/** Owns the questions where validators reach the miner. */
final class PortStep implements Step {
  private static final String AUTO = "auto";

  @Override
  public boolean answered(Desk desk) {
    desk.heading(4, "Port and address");
    return until(desk, PortStep::port) && until(desk, PortStep::address);
  }

  /** One question with its check. */
  @FunctionalInterface
  private interface Try {
    Desk.Outcome once(Desk desk);
  }

  private static boolean until(Desk desk, Try question) {
    Desk.Outcome settled = question.once(desk);
    while (settled == Desk.Outcome.AGAIN) {
      settled = question.once(desk);
    }
    return settled == Desk.Outcome.KEPT;
  }

  private static Desk.Outcome port(Desk desk) {
    Optional<String> typed =
        desk.interview()
            .line(
                new Question.Line(
                    "The port that validators call",
                    Optional.of(desk.draft().value("BT_AXON_PORT")),
                    text ->
                        Numbers.within(text, 1, 65_535)
                            ? Optional.empty()
                            : Optional.of("give a number from 1 to 65535")));
    if (typed.isEmpty()) {
      return Desk.Outcome.LEFT;
    }
    desk.draft().answer("BT_AXON_PORT", typed.get());
    return desk.settle(
        desk.checks()
            .port(desk.draft().value("BT_AXON_IP"), Integer.parseInt(typed.get().strip())));
  }

  private static Desk.Outcome address(Desk desk) {
    Optional<String> typed =
        desk.interview()
            .line(
                new Question.Line(
                    "This machine's address on the internet; auto finds it at each start",
                    Optional.of(desk.draft().given("BT_AXON_EXTERNAL_IP").orElse(AUTO)),
                    text -> Optional.empty()));
    if (typed.isEmpty()) {
      return Desk.Outcome.LEFT;
    }
    Optional<String> given = typed.filter(text -> !text.equalsIgnoreCase(AUTO));
    desk.draft().answer("BT_AXON_EXTERNAL_IP", given.orElse(""));
    return desk.settle(
        given.isPresent() ? "looking at the address" : "asking the internet for it",
        () ->
            desk.checks()
                .externalAddress(given, Integer.parseInt(desk.draft().value("BT_AXON_PORT"))));
  }
}
