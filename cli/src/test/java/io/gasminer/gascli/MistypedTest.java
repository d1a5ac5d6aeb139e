package io.gasminer.gascli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What is answered to words that are no command, or could be several. */
class MistypedTest {
  @Test
  void aBeginningThatFitsSeveralCommandsNamesThem() {
    Typed unclear = Typed.gascli("gen", "r");
    assertThat(unclear.exitCode()).isEqualTo(2);
    assertThat(unclear.err())
        .startsWith("Error: 'r' could be ")
        .contains("refresh", " or run.", "Try 'gascli generator --help'");
  }

  @Test
  void aliasesOfOneCommandAreNotSeveral() {
    assertThat(Typed.gascli("ge", "inf", "--help").out())
        .startsWith("Usage: gascli generator info");
  }

  @Test
  void hiddenCommandsAreNeverMeant() {
    assertThat(Typed.gascli("wa", "--help").out()).startsWith("Usage: gascli wallet");
    assertThat(Typed.gascli("_w").err()).contains("No such command '_w'.");
    assertThat(Typed.gascli("--help").out()).doesNotContain("_warm-up", "_share");
  }

  @Test
  void optionsMayStandBeforeACommandThatIsCutShort() {
    assertThat(Typed.gascli("-q", "g", "-v", "inf", "--help").out())
        .startsWith("Usage: gascli generator info");
  }

  @Test
  void anUnknownCommandGetsTheNearestOne() {
    assertThat(Typed.gascli("generator", "ifno").err()).contains("Did you mean 'info'?");
    assertThat(Typed.gascli("wallte").err()).contains("Did you mean 'wallet'?");
    assertThat(Typed.gascli("xylophone").err()).doesNotContain("Did you mean");
  }

  @Test
  void commandsOfTheKnownMinerThatAreNotOursAreSaidToBeElsewhere() {
    for (String word : List.of("validator", "vali", "v", "discriminator")) {
      Typed elsewhere = Typed.gascli(word, "start");
      assertThat(elsewhere.exitCode()).as(word).isEqualTo(2);
      assertThat(elsewhere.err()).as(word).contains("no part of gas-miner");
    }
    assertThat(Typed.gascli("install-py-deps").err()).contains("nothing to install");
  }

  @Test
  void aFaultOfOursIsOneLineAndWithVerboseItsCauses() {
    assertThat(faulty("boom"))
        .contains("gascli failed", "oops", "--verbose")
        .doesNotContain("\tat ");
    assertThat(faulty("-v", "boom")).contains("\tat ", "Caused by: ", "report this");
  }

  @Test
  void whatIsBuiltForTheTypedWordsAnswersAsTheWholeWould() {
    for (String[] words :
        new String[][] {
          {"--help"},
          {"generator", "--help"},
          {"g", "run", "--help"},
          {"gen", "nope"},
          {"tru"},
          {"wallet", "show", "--nope"},
          {"completion", "--help"},
          {}
        }) {
      assertThat(answer(TypedCommands.in(List.of(words)), words))
          .as(String.join(" ", words))
          .isEqualTo(answer(TypedCommands.all(), words));
    }
  }

  private static String answer(TypedCommands commands, String... words) {
    CommandLine line = GasCli.commandLine(commands);
    StringWriter text = new StringWriter();
    line.setOut(new PrintWriter(text, true));
    line.setErr(new PrintWriter(text, true));
    return GasCli.execute(line, words) + text.toString();
  }

  private static String faulty(String... words) {
    CommandLine line = GasCli.commandLine();
    CommandLine boom = new CommandLine(new Boom());
    boom.setExecutionExceptionHandler(Mistakes::fault);
    line.addSubcommand("boom", boom);
    StringWriter err = new StringWriter();
    line.setErr(new PrintWriter(err, true));
    assertThat(GasCli.execute(line, words)).isEqualTo(1);
    return err.toString();
  }

  @CommandLine.Command(name = "boom")
  static final class Boom implements Runnable {
    @Override
    public void run() {
      throw new IllegalStateException("oops", new IllegalArgumentException("deeper"));
    }
  }
}
