package io.gasminer.gascli.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole program at a real terminal, read from its screen. */
@Timeout(value = 90, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SetupTerminalTest {
  @TempDir private Path temp;
  private VendorStandIn vendors;
  private Newcomer newcomer;
  private String before;

  @BeforeEach
  void aMachine() throws Exception {
    vendors = new VendorStandIn();
    newcomer = Newcomer.at(temp);
    before = newcomer.file(vendors);
    Files.writeString(newcomer.disk().path(), before);
  }

  @AfterEach
  void close() {
    vendors.close();
  }

  @Test
  void aNewcomerAnswersAndTheKeyIsNeverOnTheScreen() throws Exception {
    try (TmuxTerminal terminal = TmuxTerminal.running(temp, setup())) {
      answerUntilTheKey(terminal);
      terminal.type(VendorStandIn.KEY);
      terminal.await("OpenAI takes the key");
      terminal.await("The port that validators call");
      terminal.type("");
      terminal.await("address on the internet");
      terminal.type("203.0.113.7");
      terminal.await("The folder for state");
      terminal.type("out");
      terminal.await("Keep a copy");
      terminal.type("n");
      terminal.await("Write ");
      assertThat(newcomer.written()).contains(before);
      terminal.type("y");
      terminal.await("code-0");
      assertThat(terminal.all())
          .contains("Written: ", "gascli generator start", "configured")
          .doesNotContain(VendorStandIn.KEY);
      assertThat(newcomer.written().orElseThrow()).contains("OPENAI_API_KEY=" + VendorStandIn.KEY);
    }
  }

  @Test
  void controlCAtTheKeyWritesNothing() throws Exception {
    try (TmuxTerminal terminal = TmuxTerminal.running(temp, setup())) {
      answerUntilTheKey(terminal);
      terminal.press("C-c");
      terminal.await("code-130");
      terminal.type("echo the terminal echoes");
      terminal.await("the terminal echoes");
      assertThat(newcomer.written()).contains(before);
    }
  }

  @Test
  void theEndOfTheInputWritesNothing() throws Exception {
    try (TmuxTerminal terminal = TmuxTerminal.running(temp, setup())) {
      terminal.await("Which one");
      terminal.press("C-d");
      terminal.await("Nothing was written");
      terminal.await("code-1");
      assertThat(newcomer.written()).contains(before);
    }
  }

  private static void answerUntilTheKey(TmuxTerminal terminal) throws Exception {
    terminal.await("Which one");
    terminal.type("own");
    terminal.await("Its address");
    terminal.type("");
    terminal.await("number there");
    terminal.type("");
    terminal.await("Keep it anyway?");
    terminal.type("");
    terminal.await("Which one");
    terminal.type("1");
    terminal.await("Keep it anyway?");
    terminal.type("");
    terminal.await("Which one");
    terminal.type("openai");
    terminal.await("Which one");
    terminal.type("none");
    terminal.await("Key of OpenAI");
    // Only what is typed after the question's end goes unseen.
    terminal.await(": ");
  }

  private List<String> setup() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin/java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        "io.gasminer.gascli.GasCli",
        "setup",
        "--env-file",
        newcomer.disk().path().toString());
  }
}
