package io.gasminer.gascli.manual;

import java.util.List;
import java.util.stream.Collectors;

/** Owns the completion script of bash: 3.2 and later, with or without bash-completion. */
final class BashScript {
  private static final String HEAD =
      """
      # Completion of gascli in bash. To use it: source <(gascli completion bash)
      _gascli() {
        local cur=${COMP_WORDS[COMP_CWORD]} prev="" path="" word words="" i skip=""
        [ "$COMP_CWORD" -gt 0 ] && prev=${COMP_WORDS[COMP_CWORD - 1]}
        for ((i = 1; i < COMP_CWORD; i++)); do
          word=${COMP_WORDS[i]}
          if [ -n "$skip" ]; then skip=""; continue; fi
          case "$path/$word" in
      """;
  private static final String TAIL =
      """
        COMPREPLY=()
        if [ -n "$words" ]; then
          while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$words" -- "$cur")
        fi
      }
      complete -o bashdefault -o default -F _gascli gascli
      """;

  private BashScript() {}

  static String of(Entry root) {
    List<Entry> all = root.all().toList();
    StringBuilder script = new StringBuilder(HEAD);
    for (Entry parent : all) {
      for (Entry child : parent.below()) {
        row(script, Completion.steps(parent, child), "path=" + Completion.quoted(child.path()));
      }
      List<String> skipping =
          Completion.valueOptions(parent).stream().map(name -> parent.path() + "/" + name).toList();
      row(script, skipping, "skip=1");
    }
    script.append("    esac\n  done\n  case \"$path/$prev\" in\n");
    for (Entry entry : all) {
      for (Entry.Flag flag : entry.flags()) {
        if (flag.must() && flag.takesValue()) {
          // Files are what bash offers by itself where nothing else is.
          row(
              script,
              flag.names().stream().map(name -> entry.path() + "/" + name).toList(),
              "words=" + Completion.quoted(String.join(" ", flag.values())));
        }
      }
    }
    script.append("    *)\n      case \"$path\" in\n");
    for (Entry entry : all) {
      script
          .append("        ")
          .append(Completion.quoted(entry.path()))
          .append(") words=")
          .append(Completion.quoted(words(entry)))
          .append(" ;;\n");
    }
    script.append("      esac\n");
    // Options only where one is begun, so that files and commands are not lost among them.
    script.append(
        "      [ \"${cur:0:1}\" = - ] || words=$(printf '%s\\n' $words | grep -v '^-')\n");
    return script.append("      ;;\n  esac\n").append(TAIL).toString();
  }

  private static String words(Entry entry) {
    String places =
        entry.places().stream()
            .flatMap(place -> place.values().stream())
            .collect(Collectors.joining(" "));
    return (Completion.words(entry) + " " + places).strip();
  }

  private static void row(StringBuilder script, List<String> patterns, String then) {
    if (!patterns.isEmpty()) {
      script
          .append("      ")
          .append(patterns.stream().map(Completion::quoted).collect(Collectors.joining(" | ")))
          .append(") ")
          .append(then)
          .append(" ;;\n");
    }
  }
}
