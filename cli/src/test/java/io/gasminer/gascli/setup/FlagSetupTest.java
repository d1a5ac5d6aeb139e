package io.gasminer.gascli.setup;

import static io.gasminer.gascli.setup.VendorStandIn.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.miner.wallet.Prompt;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Answers as flags, with every check made for real. */
class FlagSetupTest {
  @TempDir private Path temp;
  private final StringWriter err = new StringWriter();
  private VendorStandIn vendors;
  private Newcomer newcomer;

  @BeforeEach
  void aMachine() throws Exception {
    vendors = new VendorStandIn();
    newcomer = Newcomer.at(temp);
    Files.writeString(newcomer.disk().path(), newcomer.file(vendors));
  }

  @AfterEach
  void close() {
    vendors.close();
  }

  @Test
  void aKeyComesFromTheInput() throws Exception {
    ScriptedAsker asker = new ScriptedAsker();
    Setup.End end = run(asker, Map.of(), KEY + "\n", true, "--openai-key-file", "-");
    assertThat(end).as(err.toString()).isEqualTo(Setup.End.DONE);
    assertThat(newcomer.written().orElseThrow()).contains("OPENAI_API_KEY=" + KEY);
    assertThat(asker.screen())
        .contains("OpenAI takes the key", "the chain cannot be reached", "is free")
        .doesNotContain(KEY);
  }

  @Test
  void aKeyComesFromTheEnvironmentAndAWrongOneStopsIt() throws Exception {
    assertThat(run(new ScriptedAsker(), Map.of("OPENAI_API_KEY", KEY), "", true))
        .isEqualTo(Setup.End.DONE);
    String once = newcomer.written().orElseThrow();
    Setup.End end =
        run(new ScriptedAsker(), Map.of(), "sk-wrong\n", true, "--openai-key-file", "-");
    assertThat(end).isEqualTo(Setup.End.REFUSED);
    assertThat(err.toString()).contains("OpenAI does not take the key").doesNotContain("sk-wrong");
    assertThat(newcomer.written()).contains(once);
  }

  @Test
  void withoutYesThePersonIsAsked() throws Exception {
    String before = newcomer.written().orElseThrow();
    Map<String, String> environment = Map.of("OPENAI_API_KEY", KEY);
    assertThat(run(new ScriptedAsker("n"), environment, "", false)).isEqualTo(Setup.End.LEFT);
    assertThat(newcomer.written()).contains(before);
    assertThat(run(new ScriptedAsker("y"), environment, "", false)).isEqualTo(Setup.End.DONE);
  }

  private Setup.End run(
      Asker asker, Map<String, String> environment, String input, boolean yes, String... more)
      throws Exception {
    SetupFlags flags = new SetupFlags();
    CommandLine line = new CommandLine(new Holder(flags));
    String[] usual = {
      "--wallet-name",
      "w",
      "--image-service",
      "openai",
      "--video-service",
      "none",
      "--external-ip",
      "203.0.113.7"
    };
    String[] all = java.util.Arrays.copyOf(usual, usual.length + more.length);
    System.arraycopy(more, 0, all, usual.length, more.length);
    line.parseArgs(all);
    return new FlagSetup(
            newcomer.setup(environment),
            flags,
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintWriter(err, true))
        .run(asker, Prompt.nobody(), yes, newcomer.written());
  }

  /** A command that has these flags. */
  @CommandLine.Command(name = "setup")
  private record Holder(@CommandLine.Mixin SetupFlags flags) {}
}
