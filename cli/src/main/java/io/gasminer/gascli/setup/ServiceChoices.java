package io.gasminer.gascli.setup;

import io.gasminer.gascli.probe.Provider;
import io.gasminer.miner.config.Secret;
import io.gasminer.miner.config.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Owns what may be picked to make media. */
final class ServiceChoices {
  static final String SANDBOX = "sandbox";
  static final String NONE = "none";

  private static final List<Provider> IMAGES =
      List.of(Provider.OPENAI, Provider.OPENROUTER, Provider.STABILITY);
  private static final List<Provider> VIDEOS = List.of(Provider.OPENROUTER, Provider.RUNWAY);

  private ServiceChoices() {}

  /** For images, or else for video. */
  static List<Question.Choice> of(boolean images) {
    return Stream.concat(
            (images ? IMAGES : VIDEOS)
                .stream()
                    .map(
                        one ->
                            new Question.Choice(one.name(), one.title() + ", " + one.keySetting())),
            Stream.of(
                new Question.Choice(NONE, "no challenges of this kind"),
                new Question.Choice(
                    SANDBOX, "for trials: free pictures that no validator pays for")))
        .toList();
  }

  /** The providers that the draft needs, each once. */
  static Stream<Provider> needed(Draft draft) {
    return Stream.of("IMAGE_SERVICE", "VIDEO_SERVICE")
        .flatMap(setting -> Provider.named(draft.value(setting)).stream())
        .distinct();
  }

  /** The key in the environment of this process, under any name that the setting has. */
  static Optional<Secret> keyIn(Map<String, String> environment, Provider provider) {
    return Settings.named(provider.keySetting()).stream()
        .flatMap(row -> Stream.concat(Stream.of(row.name()), row.aliases().stream()))
        .map(name -> environment.getOrDefault(name, "").strip())
        .filter(value -> !value.isEmpty())
        .map(Secret::new)
        .findFirst();
  }
}
