package io.gasminer.gascli.paper;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Owns how a distinguished name is told in a table: its common name and its organisation. */
public final class BriefName {
  private static final Pattern COMMON = part("CN");
  private static final Pattern ORGANISATION = part("O");

  private BriefName() {}

  /** The name in brief, printable; the whole of it where it has neither part. */
  public static String of(String distinguished) {
    Optional<String> common = find(COMMON, distinguished);
    Optional<String> organisation = find(ORGANISATION, distinguished);
    String both =
        common
            .map(name -> name + organisation.map(whose -> " (" + whose + ")").orElse(""))
            .or(() -> organisation)
            .orElse(distinguished);
    return Lines.printable(both);
  }

  private static Optional<String> find(Pattern part, String name) {
    Matcher matcher = part.matcher(name);
    return matcher.find()
        ? Optional.of(matcher.group(1).replaceAll("\\\\(.)", "$1"))
        : Optional.empty();
  }

  private static Pattern part(String type) {
    return Pattern.compile("(?:^|[,+]) *" + type + "=((?:\\\\.|[^,+\\\\])*)");
  }
}
