package io.gasminer.gascli.setup;

import io.gasminer.miner.config.Secret;
import io.gasminer.miner.generation.http.Exchange;
import io.gasminer.miner.generation.http.VendorCall;
import io.gasminer.miner.generation.http.VendorHttp;
import io.gasminer.miner.generation.http.VendorJson;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Owns the trying of a key at its vendor, with a question that costs nothing. */
record KeyCheck(InstantSource clock, Duration patience) {
  // Runway answers nothing without it, the others do not mind.
  private static final Map<String, String> HEADERS = Map.of("X-Runway-Version", "2024-11-06");

  Finding of(Service service, URI base, Secret key) {
    if (!key.reveal().strip().chars().allMatch(letter -> letter > 32 && letter < 127)) {
      return new Finding.Wrong(
          "the key holds a blank or a letter that no key has; copy it again from the provider");
    }
    VendorHttp http = new VendorHttp(base, key, HEADERS, clock);
    Exchange exchange =
        http.call(VendorCall.get(service.question(), clock.instant().plus(patience)));
    return switch (exchange) {
      case Exchange.Answered answer -> answered(service, answer);
      case Exchange.NotSent(String reason) -> notAsked(service, http.withoutKey(reason));
      case Exchange.Cut(String reason) -> notAsked(service, http.withoutKey(reason));
      case Exchange.TooLarge _ -> notAsked(service, "its answer is too large");
    };
  }

  private static Finding answered(Service service, Exchange.Answered answer) {
    if (answer.isSuccess()) {
      return taken(service, VendorJson.read(answer.body()));
    }
    return switch (answer.status()) {
      case 401, 403 ->
          new Finding.Wrong(
              service.title()
                  + " does not take the key (it answered "
                  + answer.status()
                  + "); copy it again, or make another one there");
      case 402 ->
          new Finding.Doubtful(
              service.title() + " takes the key, but there is no credit: nothing can be bought");
      case 404 -> notAsked(service, "it does not know " + service.question() + ", as gateways do");
      default -> notAsked(service, "it answered " + answer.status());
    };
  }

  private static Finding taken(Service service, JsonNode said) {
    Optional<Double> left =
        Stream.of(
                said.path("credits"),
                said.path("creditBalance"),
                said.path("data").path("limit_remaining"))
            .filter(JsonNode::isNumber)
            .map(JsonNode::doubleValue)
            .findFirst();
    if (left.filter(amount -> amount <= 0).isPresent()) {
      return new Finding.Doubtful(
          service.title() + " takes the key, but nothing is left on it: nothing can be bought");
    }
    return new Finding.Fine(
        service.title()
            + " takes the key"
            + left.map(amount -> ", " + amount(amount) + " credits left").orElse(""));
  }

  private static String amount(double amount) {
    return String.format(java.util.Locale.ROOT, "%.2f", amount).replaceAll("\\.?0+$", "");
  }

  private static Finding notAsked(Service service, String why) {
    return new Finding.Doubtful(
        "whether " + service.title() + " takes the key could not be found out: " + why);
  }
}
