package io.gasminer.gascli.manual;

import java.util.List;
import java.util.stream.Collectors;

/** Owns the completion script of zsh: a function for each command, options with their meaning. */
final class ZshScript {
  private static final String HEAD =
      """
      #compdef gascli
      # Completion of gascli in zsh. To use it: gascli completion zsh > "${fpath[1]}/_gascli", then a new shell.
      """;
  private static final String TAIL =
      """

      if [ "$funcstack[1]" = _gascli ]; then
        _gascli "$@"
      else
        compdef _gascli gascli
      fi
      """;

  private ZshScript() {}

  static String of(Entry root) {
    StringBuilder script = new StringBuilder(HEAD);
    root.all().forEach(entry -> script.append('\n').append(function(entry)));
    return script.append(TAIL).toString();
  }

  private static String function(Entry entry) {
    StringBuilder text = new StringBuilder(name(entry)).append("() {\n");
    if (!entry.below().isEmpty()) {
      text.append("  local curcontext=\"$curcontext\" state line\n");
    }
    text.append("  _arguments").append(entry.below().isEmpty() ? "" : " -C");
    entry.flags().forEach(flag -> text.append(" \\\n    ").append(flag(flag)));
    entry.places().forEach(place -> text.append(" \\\n    ").append(place(place)));
    if (entry.below().isEmpty()) {
      return text.append("\n}\n").toString();
    }
    text.append(" \\\n    '1: :->command' \\\n    '*:: :->rest'\n  case $state in\n");
    text.append("    command)\n      local -a commands=(\n");
    for (Entry below : entry.below()) {
      for (String name : below.names()) {
        text.append("        ").append(described(name, below.summary())).append('\n');
      }
    }
    text.append("      )\n      _describe -t commands command commands\n      ;;\n");
    text.append("    rest)\n      case $words[1] in\n");
    for (Entry below : entry.below()) {
      text.append("        ").append(String.join("|", below.names()));
      text.append(") ").append(name(below)).append(" ;;\n");
    }
    return text.append("      esac\n      ;;\n  esac\n}\n").toString();
  }

  private static String name(Entry entry) {
    return ("_gascli " + entry.path()).strip().replaceAll("[ -]", "_");
  }

  private static String described(String name, String summary) {
    return Completion.quoted(name + ":" + summary);
  }

  private static String flag(Entry.Flag flag) {
    String meaning = "[" + inner(flag.description()) + "]";
    String value = "";
    if (flag.takesValue()) {
      value =
          (flag.must() ? ":" : "::")
              + inner(flag.label())
              + ":"
              + action(flag.values(), flag.isFile());
    }
    String end = value;
    return flag.names().stream()
        .map(
            name ->
                Completion.quoted(
                    "*"
                        + name
                        + (flag.takesValue() && name.startsWith("--") ? "=" : "")
                        + meaning
                        + end))
        .collect(Collectors.joining(" \\\n    "));
  }

  private static String place(Entry.Place place) {
    return Completion.quoted(
        (place.many() ? "*" : "")
            + ":"
            + inner(place.label())
            + ":"
            + action(place.values(), place.isFile()));
  }

  private static String action(List<String> values, boolean isFile) {
    if (!values.isEmpty()) {
      return "(" + String.join(" ", values) + ")";
    }
    return isFile ? "_files" : " ";
  }

  private static String inner(String text) {
    return text.replaceAll("([\\[\\]:\\\\])", "\\\\$1");
  }
}
