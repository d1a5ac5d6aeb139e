package io.gasminer.gascli.setup;

import io.gasminer.miner.config.Secret;
import io.gasminer.miner.config.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Owns what setting up a service needs to know of it.
 *
 * @param name as the settings spell it
 * @param keySetting where its key stands
 * @param baseSetting where its address stands
 * @param question the path of what costs nothing and is answered only to whoever has the key
 */
record Service(
    String name,
    String title,
    boolean images,
    boolean videos,
    String keySetting,
    String baseSetting,
    String question) {
  private static final List<Service> ALL =
      List.of(
          new Service(
              "openai", "OpenAI", true, false, "OPENAI_API_KEY", "OPENAI_BASE_URL", "/v1/models"),
          new Service(
              "openrouter",
              "OpenRouter",
              true,
              true,
              "OPEN_ROUTER_API_KEY",
              "OPEN_ROUTER_BASE_URL",
              // The list of models is public there, so it would take any key.
              "/v1/key"),
          new Service(
              "stabilityai",
              "Stability AI",
              true,
              false,
              "STABILITY_API_KEY",
              "STABILITY_BASE_URL",
              "/v1/user/balance"),
          new Service(
              "runway",
              "Runway",
              false,
              true,
              "RUNWAYML_API_KEY",
              "RUNWAYML_BASE_URL",
              "/v1/organization"));

  static final String SANDBOX = "sandbox";
  static final String NONE = "none";

  static List<Service> all() {
    return ALL;
  }

  static Optional<Service> named(String name) {
    return ALL.stream().filter(service -> service.name().equals(name)).findFirst();
  }

  /** Its key in the environment of this process, under any name that the setting has. */
  Optional<Secret> keyIn(Map<String, String> environment) {
    return Settings.named(keySetting).stream()
        .flatMap(row -> Stream.concat(Stream.of(row.name()), row.aliases().stream()))
        .map(name -> environment.getOrDefault(name, "").strip())
        .filter(value -> !value.isEmpty())
        .map(Secret::new)
        .findFirst();
  }

  /** What may be picked for images, or else for video. */
  static List<Question.Choice> choices(boolean images) {
    Stream<Question.Choice> services =
        ALL.stream()
            .filter(service -> images ? service.images() : service.videos())
            .map(one -> new Question.Choice(one.name(), one.title() + ", " + one.keySetting()));
    return Stream.concat(
            services,
            Stream.of(
                new Question.Choice(NONE, "no challenges of this kind"),
                new Question.Choice(
                    SANDBOX, "for trials: free pictures that no validator pays for")))
        .toList();
  }
}
