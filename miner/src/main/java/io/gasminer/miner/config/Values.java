package io.gasminer.miner.config;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Owns the values found for the rows, and the problems met while reading them as what they are. */
final class Values {
  private final Map<String, String> found;
  private final Path base;
  private final List<String> problems;

  Values(Map<String, String> found, Path base, List<String> problems) {
    this.found = found;
    this.base = base;
    this.problems = problems;
  }

  void problem(String text) {
    problems.add(text);
  }

  String text(Setting setting) {
    return given(setting).orElse(setting.standard());
  }

  Optional<String> given(Setting setting) {
    return Optional.ofNullable(found.get(setting.name())).filter(value -> !value.isBlank());
  }

  Optional<Secret> secret(Setting setting) {
    return given(setting).map(Secret::new);
  }

  int number(Setting setting, int least, int most) {
    String text = text(setting);
    try {
      int value = Integer.parseInt(text.strip());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // Falls through to the one message for both mistakes.
    }
    problem(
        setting.name() + " is '" + text + "'; give a whole number from " + least + " to " + most);
    return least;
  }

  double share(Setting setting) {
    String text = text(setting);
    try {
      double value = Double.parseDouble(text);
      if (value >= 0 && value <= 1) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // Falls through to the one message for both mistakes.
    }
    problem(setting.name() + " is '" + text + "'; give a number from 0 to 1");
    return 0;
  }

  Duration seconds(Setting setting) {
    String text = text(setting);
    try {
      BigDecimal value = new BigDecimal(text.strip());
      if (value.signum() >= 0 && value.compareTo(BigDecimal.valueOf(1_000_000)) < 0) {
        return Duration.ofMillis(value.movePointRight(3).longValue());
      }
    } catch (NumberFormatException notANumber) {
      // Falls through to the one message for both mistakes.
    }
    problem(setting.name() + " is '" + text + "'; give a number of seconds");
    return Duration.ZERO;
  }

  boolean flag(Setting setting) {
    String text = text(setting).strip().toLowerCase(java.util.Locale.ROOT);
    if (Set.of("true", "1", "yes", "on").contains(text)) {
      return true;
    }
    if (!Set.of("false", "0", "no", "off").contains(text)) {
      problem(setting.name() + " is '" + text + "'; give true or false");
    }
    return false;
  }

  String oneOf(Setting setting, List<String> allowed) {
    String text = text(setting).strip().toLowerCase(java.util.Locale.ROOT);
    if (!allowed.contains(text)) {
      problem(setting.name() + " is '" + text + "'; give one of " + String.join(", ", allowed));
    }
    return text;
  }

  /** A path as the operator wrote it: below his home after a tilde, else below the base. */
  Path path(Setting setting) {
    return path(text(setting));
  }

  Optional<Path> givenPath(Setting setting) {
    return given(setting).map(this::path);
  }

  private Path path(String text) {
    return text.startsWith("~/")
        ? Path.of(System.getProperty("user.home"), text.substring(2))
        : base.resolve(text).normalize();
  }

  URI base(Setting setting) {
    String text = text(setting).strip();
    try {
      URI uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      if (List.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
        return uri;
      }
    } catch (IllegalArgumentException notAUri) {
      // Falls through to the one message for both mistakes.
    }
    problem(setting.name() + " is no http or https address");
    return URI.create(setting.standard());
  }
}
