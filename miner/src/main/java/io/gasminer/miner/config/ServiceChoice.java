package io.gasminer.miner.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Owns which service makes images and which makes video.
 *
 * <p>Chosen by name; when neither modality names a service, the first with a key that supports the
 * modality serves, in the order openai, openrouter, stabilityai, runway.
 */
final class ServiceChoice {
  private static final List<String> IMAGE = List.of("openai", "openrouter", "stabilityai");
  private static final List<String> VIDEO = List.of("openrouter", "runway");
  private static final Map<String, Setting> KEY_OF =
      Map.of(
          "openai", Settings.OPENAI_KEY,
          "openrouter", Settings.OPENROUTER_KEY,
          "stabilityai", Settings.STABILITY_KEY,
          "runway", Settings.RUNWAY_KEY);

  private final Values values;
  private final Map<String, Boolean> hasKey;
  private final boolean nothingChosen;

  ServiceChoice(Values values, Map<String, Boolean> hasKey) {
    this.values = values;
    this.hasKey = hasKey;
    this.nothingChosen =
        values.given(Settings.IMAGE_SERVICE).isEmpty()
            && values.given(Settings.VIDEO_SERVICE).isEmpty();
    if (nothingChosen && !hasKey.containsValue(true)) {
      values.problem(
          "no generation service is configured, so every challenge would be refused: set"
              + " IMAGE_SERVICE or VIDEO_SERVICE and the key that goes with it (OPENAI_API_KEY,"
              + " OPEN_ROUTER_API_KEY, STABILITY_API_KEY, RUNWAYML_API_KEY)");
    }
  }

  Optional<String> image() {
    return chosen(Settings.IMAGE_SERVICE, IMAGE);
  }

  Optional<String> video() {
    return chosen(Settings.VIDEO_SERVICE, VIDEO);
  }

  private Optional<String> chosen(Setting setting, List<String> able) {
    if (nothingChosen) {
      return able.stream().filter(name -> hasKey.getOrDefault(name, false)).findFirst();
    }
    String name = values.text(setting).strip().toLowerCase(Locale.ROOT);
    if (name.isEmpty() || name.equals("none")) {
      return Optional.empty();
    }
    if (setting.equals(Settings.VIDEO_SERVICE) && name.equals("openai")) {
      values.problem(
          "VIDEO_SERVICE=openai: OpenAI ended its video API on 2026-09-24 without a successor. Use"
              + " openrouter or runway");
      return Optional.empty();
    }
    if (name.equals("sandbox")) {
      return Optional.of(name);
    }
    if (!able.contains(name)) {
      values.problem(
          setting.name()
              + " is '"
              + name
              + "'; give one of "
              + String.join(", ", able)
              + ", sandbox or none");
      return Optional.empty();
    }
    if (!hasKey.getOrDefault(name, false)) {
      Setting key = KEY_OF.getOrDefault(name, setting);
      values.problem(setting.name() + "=" + name + " needs its key: set " + key.name());
    }
    return Optional.of(name);
  }
}
