package io.gasminer.gascli.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The scripts, in the shells they are for. */
class CompletionTest {
  @TempDir private Path temp;

  @Test
  void bashOffersCommandsAliasesAndWhatAnOptionTakes() throws Exception {
    String shown =
        runIn(
            "bash",
            Completion.BASH,
            """
            source "$1"
            at() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _gascli; echo "${COMPREPLY[*]}"; }
            at gascli ""
            at gascli g st
            at gascli group --level x start --
            at gascli group start --level ""
            at gascli g start f
            """);
    assertThat(shown.lines()).containsExactly("group g", "start", "--level --file", "low high", "");
  }

  @Test
  void zshReadsItAndKnowsEveryCommand() throws Exception {
    String shown =
        runIn(
            "zsh",
            Completion.ZSH,
            """
            autoload -Uz compinit && compinit -u -D
            source "$1"
            print ${_comps[gascli]}
            print ${(o)functions[(I)_gascli*]}
            """);
    assertThat(shown.lines())
        .containsExactly("_gascli", "_gascli _gascli_group _gascli_group_start");
  }

  @Test
  void zshOffersThemWithTheirMeaningToWhoTypes() throws Exception {
    String shown =
        runIn(
            "zsh",
            Completion.ZSH,
            """
            zmodload zsh/zpty
            zpty shell zsh -f -i
            # Types the text, and reads until the other one is shown.
            type() {
              local chunk
              zpty $1 shell $2
              repeat 200; do
                while zpty -r -t shell chunk; do shown+=$chunk; done
                [[ $shown == *$3* ]] && break
                sleep 0.1
              done
            }
            type -w "autoload -Uz compinit && compinit -u -D; source ${(q)1}; print rea''dy" ready
            type -wn $'gascli group start --\t\t' "'it'"
            print -r -- "$shown"
            zpty -d shell
            """);
    assertThat(shown).contains("--level", "how loud: [1] or 'it'");
  }

  @Test
  void fishOffersThemWithTheirMeaning() throws Exception {
    String shown =
        runIn(
            "fish",
            Completion.FISH,
            """
            source $argv[1]
            complete -C 'gascli '
            complete -C 'gascli g st'
            complete -C 'gascli group start --lev'
            complete -C 'gascli group start --level '
            """);
    assertThat(shown.lines())
        .contains("group\tA group", "g\tA group", "start\tStart it")
        .anyMatch(line -> line.startsWith("low"))
        .anyMatch(line -> line.startsWith("high"))
        .anyMatch(line -> line.startsWith("--level") && line.contains("how loud: [1] or 'it'"));
  }

  /** Runs the commands in that shell; its first argument is the script. */
  private String runIn(String shell, Completion completion, String commands) throws Exception {
    assumeTrue(
        Stream.of("/bin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin")
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, shell))),
        "skipped: there is no " + shell);
    Path script = temp.resolve(completion.file());
    Files.writeString(script, completion.script(new CommandLine(new Root())));
    Path asked = Files.writeString(temp.resolve("asked"), commands);
    Path shown = temp.resolve("shown");
    ProcessBuilder builder = new ProcessBuilder(shell, asked.toString(), script.toString());
    builder.environment().put("HOME", temp.toString());
    Process process =
        builder
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(shown.toFile())
            .start();
    try {
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(shown);
  }

  enum Level {
    LOW,
    HIGH
  }

  @Command(name = "gascli", description = "A tool", subcommands = Group.class)
  static final class Root {}

  @Command(
      name = "group",
      aliases = "g",
      description = "A group",
      subcommands = {Start.class, Secret.class})
  static final class Group {
    @Option(names = "--level", description = "unused here")
    Level level = Level.LOW;
  }

  @Command(name = "start", description = "Start it")
  static final class Start {
    @Option(
        names = {"-l", "--level"},
        description = "how loud: [1] or 'it'")
    Level level = Level.LOW;

    @Option(names = "--file", paramLabel = "FILE", description = "100%% of a file")
    Path file = Path.of("");

    @Parameters(paramLabel = "FILE", arity = "0..*")
    List<Path> files = List.of();
  }

  @Command(name = "strange", hidden = true, description = "Not for people")
  static final class Secret {}
}
