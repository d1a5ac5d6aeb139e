package io.gasminer.gascli.manual;

import java.util.List;
import java.util.stream.Collectors;

/** Owns the completion script of fish: every command and every option with its meaning. */
final class FishScript {
  private static final String HEAD =
      """
      # Completion of gascli in fish. To use it: gascli completion fish > ~/.config/fish/completions/gascli.fish
      function __gascli_path
          set -l path ''
          set -l skip ''
          for word in (commandline -opc)[2..-1]
              if test -n "$skip"
                  set skip ''
                  continue
              end
              switch "$path/$word"
      """;
  private static final String MIDDLE =
      """
              end
          end
          echo $path
      end

      function __gascli_at
          test (__gascli_path) = "$argv"
      end

      complete -c gascli -f
      """;

  private FishScript() {}

  static String of(Entry root) {
    List<Entry> all = root.all().toList();
    StringBuilder script = new StringBuilder(HEAD);
    for (Entry parent : all) {
      for (Entry child : parent.below()) {
        step(script, Completion.steps(parent, child), "set path " + quoted(child.path()));
      }
      step(
          script,
          Completion.valueOptions(parent).stream().map(name -> parent.path() + "/" + name).toList(),
          "set skip 1");
    }
    script.append(MIDDLE);
    for (Entry entry : all) {
      String at = "complete -c gascli -n " + quoted("__gascli_at " + quoted(entry.path()));
      for (Entry below : entry.below()) {
        for (String name : below.names()) {
          script.append(at).append(" -a ").append(name).append(meaning(below.summary()));
        }
      }
      entry.flags().forEach(flag -> script.append(at).append(flag(flag)));
      for (Entry.Place place : entry.places()) {
        if (place.isFile()) {
          script.append(at).append(" -F\n");
        } else if (!place.values().isEmpty()) {
          script.append(at).append(" -a ").append(quoted(String.join(" ", place.values())));
          script.append(meaning(place.description()));
        }
      }
    }
    return script.toString();
  }

  private static void step(StringBuilder script, List<String> words, String then) {
    if (!words.isEmpty()) {
      script
          .append("            case ")
          .append(words.stream().map(FishScript::quoted).collect(Collectors.joining(" ")))
          .append("\n                ")
          .append(then)
          .append('\n');
    }
  }

  private static String flag(Entry.Flag flag) {
    StringBuilder text = new StringBuilder();
    for (String name : flag.names()) {
      // A long name is one after two hyphens; this shell knows no other with dots in it.
      text.append(name.startsWith("--") ? " -l " : " -s ")
          .append(quoted(name.replaceFirst("^--?", "")));
    }
    if (flag.takesValue() && flag.must()) {
      text.append(flag.isFile() ? " -r -F" : " -x");
    }
    if (!flag.values().isEmpty()) {
      text.append(" -a ").append(quoted(String.join(" ", flag.values())));
    }
    return text + meaning(flag.description());
  }

  private static String meaning(String text) {
    return " -d " + quoted(text) + "\n";
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
