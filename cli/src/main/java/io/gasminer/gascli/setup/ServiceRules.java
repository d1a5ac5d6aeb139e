package io.gasminer.gascli.setup;

import io.gasminer.miner.config.MinerConfig;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Owns what is wrong with a choice of services as a whole. */
final class ServiceRules {
  private ServiceRules() {}

  static Optional<String> objection(Draft draft) {
    List<String> chosen =
        Stream.of("IMAGE_SERVICE", "VIDEO_SERVICE").map(draft::value).map(String::strip).toList();
    if (chosen.stream().allMatch(one -> one.isEmpty() || one.equals(ServiceChoices.NONE))) {
      return Optional.of(
          "with no service at all every challenge would be refused; choose one for images or for"
              + " video");
    }
    if (chosen.contains(ServiceChoices.SANDBOX) && !isOnThisMachine(draft)) {
      return Optional.of(
          "the sandbox is for trials, and no validator of a public network takes its media: the"
              + " miner would not start. Choose another service, or a network of your own on this"
              + " machine (ws://127.0.0.1:9944)");
    }
    return Optional.empty();
  }

  private static boolean isOnThisMachine(Draft draft) {
    MinerConfig.Chain chain = draft.chain(new ArrayList<>());
    return chain.endpoints().stream()
        .map(endpoint -> host(endpoint.address()))
        .allMatch(
            host -> host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]"));
  }

  private static String host(URI address) {
    return String.valueOf(address.getHost());
  }
}
