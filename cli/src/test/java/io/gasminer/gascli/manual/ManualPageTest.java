package io.gasminer.gascli.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class ManualPageTest {
  @TempDir private Path temp;

  @Test
  void theFormatterTakesItWithoutAWarningAndShowsEveryPart() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/groff")), "skipped: there is no groff");
    Path page = temp.resolve("gascli.1");
    Files.writeString(page, ManualPage.of(new CommandLine(new Root()), "1.2.3"));
    Path shown = temp.resolve("shown");
    Path warned = temp.resolve("warned");
    Process groff =
        new ProcessBuilder("groff", "-man", "-ww", "-Tascii", "-P-cbou", page.toString())
            .redirectOutput(shown.toFile())
            .redirectError(warned.toFile())
            .start();
    assertThat(groff.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(warned).isEmptyFile();
    assertThat(Files.readString(shown))
        .contains("gascli - A tool", "1.2.3")
        .contains("gascli start (go)", "--at \\PATH", ".hidden begins with a dot", "it's 100%")
        .contains("  gascli start --at x   'for example'")
        .contains("MINER_OUTPUT_DIR", "EXIT STATUS")
        .containsSubsequence("FIRST STEPS", "gascli setup", "gascli generator start", "e887f54e")
        .doesNotContain("secret");
  }

  @Command(
      name = "gascli",
      description = "A tool.",
      subcommands = {Start.class, Secret.class})
  static final class Root {}

  @Command(
      name = "start",
      aliases = "go",
      description = {"Start it", "", ".hidden begins with a dot; it's 100%%"},
      footer = {"", "Examples:", "  gascli start --at x   'for example'"})
  static final class Start {
    @Option(names = "--at", paramLabel = "\\PATH", description = "where")
    Path at = Path.of("");
  }

  @Command(name = "secret", hidden = true)
  static final class Secret {}
}
