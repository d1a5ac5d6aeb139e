package io.gasminer.miner.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Owns the text of a {@code .env} file while values in it change: comments, order and lines that
 * mean nothing here stay as they are.
 *
 * <p>Immutable.
 */
public final class EnvText {
  private static final Pattern SETTING =
      Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=");
  private static final Pattern OFF = Pattern.compile("\\s*#\\s*([A-Z][A-Z0-9_]*)=\\S*\\s*");

  private final List<String> lines;

  private EnvText(List<String> lines) {
    this.lines = List.copyOf(lines);
  }

  /** That text. */
  public static EnvText of(String text) {
    return new EnvText(text.lines().toList());
  }

  /** A file that sets nothing yet, with a comment on every setting. */
  public static EnvText template() {
    return of(EnvTemplate.template());
  }

  /** Every value that is set, also under keys that no row has. */
  public Map<String, String> values() {
    return EnvFile.parse(text(), new ArrayList<>());
  }

  /** The value of the setting, by its name or an older one; empty where it is not set or blank. */
  public Optional<String> value(Setting setting) {
    Map<String, String> all = values();
    return Stream.concat(Stream.of(setting.name()), setting.aliases().stream())
        .flatMap(key -> Optional.ofNullable(all.get(key)).stream())
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  /** The numbers of the lines that are neither setting nor comment, as the loader says it. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    EnvFile.parse(text(), problems);
    return problems;
  }

  /** Whether a line can hold that value. */
  public static boolean canHold(String value) {
    return value.chars().noneMatch(Character::isISOControl)
        && !(isQuoted(value) && value.contains("\"") && value.contains("'"));
  }

  /**
   * This text with other values; an empty one means the default.
   *
   * @param changes value by setting name; each passes {@link #canHold}
   */
  public EnvText with(Map<String, String> changes) {
    List<String> changed = new ArrayList<>(lines);
    new LinkedHashMap<>(changes).forEach((name, value) -> change(changed, name, value));
    return new EnvText(changed);
  }

  /** The whole text, with a line break at its end. */
  public String text() {
    return String.join("\n", lines) + "\n";
  }

  private static void change(List<String> lines, String name, String value) {
    int at = place(lines, name);
    if (at < 0) {
      lines.add(name + "=" + written(value));
      return;
    }
    String line = lines.get(at);
    Matcher setting = SETTING.matcher(line);
    if (!setting.lookingAt()) {
      lines.set(at, name + "=" + written(value));
      return;
    }
    String remark = remark(line.substring(setting.end()).strip());
    String fresh = line.substring(0, setting.end()).stripTrailing() + written(value);
    // A remark right after the sign would be taken for the value.
    if (value.isEmpty() && !remark.isEmpty()) {
      lines.set(at, fresh);
      lines.add(at, remark.strip());
    } else {
      lines.set(at, fresh + remark);
    }
  }

  // The last line counts where there are several, and the name counts more than an older one.
  private static int place(List<String> lines, String name) {
    List<String> names = new ArrayList<>(List.of(name));
    Settings.named(name).ifPresent(setting -> names.addAll(setting.aliases()));
    for (String key : names) {
      for (int at = lines.size() - 1; at >= 0; at--) {
        Matcher line = SETTING.matcher(lines.get(at));
        if (line.lookingAt() && line.group(1).equals(key)) {
          return at;
        }
      }
    }
    for (int at = 0; at < lines.size(); at++) {
      Matcher line = OFF.matcher(lines.get(at));
      if (line.matches() && line.group(1).equals(name)) {
        return at;
      }
    }
    return -1;
  }

  private static String remark(String written) {
    if (written.startsWith("\"") || written.startsWith("'")) {
      int end = written.indexOf(written.charAt(0), 1);
      String rest = end < 0 ? "" : written.substring(end + 1);
      return rest.strip().startsWith("#") ? " " + rest.strip() : "";
    }
    int comment = written.indexOf(" #");
    return comment < 0 ? "" : written.substring(comment);
  }

  private static String written(String value) {
    if (!isQuoted(value)) {
      return value;
    }
    String quote = value.contains("\"") ? "'" : "\"";
    return quote + value + quote;
  }

  private static boolean isQuoted(String value) {
    return !value.strip().equals(value)
        || value.contains(" #")
        || value.startsWith("\"")
        || value.startsWith("'");
  }
}
