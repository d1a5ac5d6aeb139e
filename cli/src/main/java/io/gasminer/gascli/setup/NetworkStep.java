package io.gasminer.gascli.setup;

import io.gasminer.bittensor.rpc.Endpoints;
import io.gasminer.miner.config.MinerConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Owns the question for the chain, and the subnet where that does not follow from it. */
final class NetworkStep implements Step {
  private static final String LOCAL = "ws://127.0.0.1:9944";

  @Override
  public boolean answered(Desk desk) {
    desk.heading(1, "Network");
    while (true) {
      if (!asked(desk)) {
        return false;
      }
      List<String> problems = new ArrayList<>();
      MinerConfig.Chain chain = desk.draft().chain(problems);
      Desk.Outcome settled =
          problems.isEmpty()
              ? desk.settle("asking the chain", () -> desk.checks().chain(chain))
              : desk.settle(new Finding.Wrong(String.join("; ", problems)));
      if (settled != Desk.Outcome.AGAIN) {
        return settled == Desk.Outcome.KEPT;
      }
    }
  }

  private static boolean asked(Desk desk) {
    Optional<String> picked =
        desk.interview()
            .pick(
                new Question.Pick(
                    "Which network does the miner work on?",
                    List.of(
                        new Question.Choice(Network.TEST, "subnet 379: practice with test tokens"),
                        new Question.Choice(Network.MAIN, "subnet 34: validators pay"),
                        new Question.Choice(
                            Network.OWN, "a node of your own; one on this machine for trials")),
                    Network.of(desk.draft().value("BT_CHAIN_ENDPOINT"))));
    if (picked.isEmpty()) {
      return false;
    }
    if (!picked.get().equals(Network.OWN)) {
      Network.answer(desk.draft(), picked.get());
      return true;
    }
    return ownNode(desk);
  }

  private static boolean ownNode(Desk desk) {
    String known = desk.draft().value("BT_CHAIN_ENDPOINT");
    String standard = Network.of(known).equals(Network.OWN) ? known : LOCAL;
    Optional<String> endpoint =
        desk.interview()
            .line(
                new Question.Line(
                    "Its address; several with commas between",
                    Optional.of(standard),
                    NetworkStep::objection));
    if (endpoint.isEmpty()) {
      return false;
    }
    Network.answer(desk.draft(), endpoint.get());
    Optional<String> netuid =
        desk.interview()
            .line(
                new Question.Line(
                    "The subnet's number there",
                    Optional.of(desk.draft().given("BT_NETUID").orElse("34")),
                    typed ->
                        Numbers.within(typed, 0, 65_535)
                            ? Optional.empty()
                            : Optional.of("give a number from 0 to 65535")));
    netuid.ifPresent(number -> desk.draft().answer("BT_NETUID", number));
    return netuid.isPresent();
  }

  private static Optional<String> objection(String typed) {
    return Endpoints.parse(typed) instanceof Endpoints.Reading.Unusable(List<String> problems)
        ? Optional.of(String.join("; ", problems))
        : Optional.empty();
  }
}
