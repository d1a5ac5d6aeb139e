package io.gasminer.gascli.setup;

import io.gasminer.gascli.probe.Provider;
import io.gasminer.miner.config.Secret;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Owns the questions for the services and their keys. */
final class ServicesStep implements Step {
  private final Map<String, String> environment;

  /** Offers the keys of that environment where the file has none. */
  ServicesStep(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public boolean answered(Desk desk) {
    desk.heading(3, "Services and keys");
    while (true) {
      if (!picked(desk, "IMAGE_SERVICE", "Who makes images?", true)
          || !picked(desk, "VIDEO_SERVICE", "Who makes video?", false)) {
        return false;
      }
      Desk.Outcome settled =
          ServiceRules.objection(desk.draft())
              .map(objection -> desk.settle(new Finding.Wrong(objection)))
              .orElse(Desk.Outcome.KEPT);
      if (settled == Desk.Outcome.LEFT) {
        return false;
      }
      if (settled == Desk.Outcome.KEPT) {
        return keysAnswered(desk);
      }
    }
  }

  private static boolean picked(Desk desk, String setting, String words, boolean images) {
    List<Question.Choice> choices = ServiceChoices.of(images);
    String known = desk.draft().value(setting).strip().toLowerCase(java.util.Locale.ROOT);
    String standard =
        choices.stream()
            .map(Question.Choice::value)
            .filter(known::equals)
            .findFirst()
            .orElse(choices.getFirst().value());
    Optional<String> picked = desk.interview().pick(new Question.Pick(words, choices, standard));
    picked.ifPresent(service -> desk.draft().answer(setting, service));
    return picked.isPresent();
  }

  private boolean keysAnswered(Desk desk) {
    return ServiceChoices.needed(desk.draft()).allMatch(provider -> keyAnswered(desk, provider));
  }

  private boolean keyAnswered(Desk desk, Provider provider) {
    while (true) {
      Optional<Secret> kept =
          desk.draft()
              .secret(provider.keySetting())
              .or(() -> ServiceChoices.keyIn(environment, provider));
      Optional<Secret> key =
          desk.interview()
              .hidden(
                  new Question.Hidden(
                      "Key of " + provider.title() + " (" + provider.keySetting() + ", not shown)",
                      kept));
      if (key.isEmpty()) {
        return false;
      }
      desk.draft().answer(provider.keySetting(), key.get());
      Desk.Outcome settled = tried(desk, provider, key.get());
      if (settled != Desk.Outcome.AGAIN) {
        return settled == Desk.Outcome.KEPT;
      }
    }
  }

  private static Desk.Outcome tried(Desk desk, Provider provider, Secret key) {
    Optional<URI> base = desk.draft().base(provider.baseSetting());
    return base.isPresent()
        ? desk.settle(
            "trying the key, which costs nothing",
            () -> desk.checks().key(provider, base.get(), key))
        : desk.settle(new Finding.Wrong(provider.baseSetting() + " is no http or https address"));
  }
}
