package io.gasminer.gascli.status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Owns what a miner says of itself at {@code /miner_info}, as far as it can be understood.
 *
 * @param blockAge how long ago the block was read from which it knows the validators
 */
record Card(
    Optional<String> hotkey,
    Optional<Long> uid,
    Optional<String> version,
    Optional<Duration> uptime,
    Optional<Long> block,
    Optional<Duration> blockAge,
    List<Service> services) {
  private static final int MOST = 100;
  private static final Card BLANK =
      new Card(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of());

  /**
   * One service.
   *
   * @param makes the modalities
   */
  record Service(String name, boolean available, List<String> makes) {}

  static Card blank() {
    return BLANK;
  }

  static Card of(JsonNode said) {
    JsonNode metagraph = said.path("metagraph");
    return new Card(
        said.path("hotkey").asStringOpt(),
        number(said.path("uid")),
        said.path("version").asStringOpt(),
        seconds(said.path("uptime")),
        number(metagraph.path("block")),
        seconds(metagraph.path("age")),
        services(said.path("services")));
  }

  private static List<Service> services(JsonNode list) {
    List<Service> services = new ArrayList<>();
    for (JsonNode service : list) {
      if (services.size() < MOST) {
        JsonNode tasks = service.path("supported_tasks");
        services.add(
            new Service(
                service.path("name").asString("?"),
                service.path("available").asBoolean(false),
                tasks.propertyNames().stream()
                    .filter(modality -> !tasks.path(modality).isEmpty())
                    .limit(MOST)
                    .toList()));
      }
    }
    return services;
  }

  private static Optional<Long> number(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToLong()
        ? Optional.of(node.longValue())
        : Optional.empty();
  }

  private static Optional<Duration> seconds(JsonNode node) {
    return node.isNumber() && Math.abs(node.doubleValue()) < 1e12
        ? Optional.of(Duration.ofMillis(Math.round(node.doubleValue() * 1000)))
        : Optional.empty();
  }
}
