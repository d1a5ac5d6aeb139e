package io.gasminer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.bittensor.wallet.Hotkey;
import io.gasminer.bittensor.wallet.NewHotkey;
import io.gasminer.bittensor.wallet.Password;
import io.gasminer.gascli.process.Account;
import io.gasminer.gascli.process.Supervision;
import io.gasminer.gascli.rehearsal.RehearsalFolder;
import io.gasminer.testkit.FreePort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person at a terminal does on the first day, and reads on the screen. */
class TerminalAcceptanceTest {
  private static final Duration SOON = Duration.ofMinutes(3);

  /** What setup asks for; the rest of the rehearsal's settings stands in the file before. */
  private static final Set<String> ASKED =
      Set.of(
          "BT_CHAIN_ENDPOINT",
          "BT_AXON_PORT",
          "IMAGE_SERVICE",
          "VIDEO_SERVICE",
          "MINER_OUTPUT_DIR");

  @TempDir private Path temp;

  @Test
  void theFirstDayFromTheSettingsToTheFirstDeliveryAndBack() throws Exception {
    int port = FreePort.find();
    try (Background miner = Background.with(temp, Map.of("BT_AXON_PORT", Integer.toString(port)))) {
      String task;
      try (Terminal terminal = Terminal.open(miner.folder.path())) {
        setUp(terminal, miner, port);
        examine(terminal);
        start(terminal, miner);
        task = challenge(terminal, miner);
        story(terminal, task);
        follow(terminal, miner);
        restart(terminal, miner);
      }
      assertThat(miner.supervision().condition())
          .as("it goes on when the terminal is closed")
          .isEqualTo(Supervision.Condition.SUPERVISED);
      miner.awaitDelivery(miner.challenge());
      try (Terminal another = Terminal.open(miner.folder.path())) {
        assertThat(another.run("gascli generator stop", 0)).contains("The miner has stopped");
        assertThat(another.run("gascli generator delete", 0)).contains("are where they were");
      }
      assertThat(miner.folder.state().resolve("process")).doesNotExist();
      assertThat(miner.folder.state().resolve("tasks.db")).exists();
    }
  }

  private static void setUp(Terminal terminal, Background miner, int port) throws Exception {
    Path env = miner.folder.path().resolve(".env.gen_miner");
    List<String> before =
        Files.readAllLines(miner.folder.envFile()).stream()
            .filter(line -> !ASKED.contains(line.substring(0, line.indexOf('='))))
            .toList();
    Files.write(env, before);
    terminal.begin("gascli setup --no-checks");
    terminal.answer("Which one [testnet]", "own");
    terminal.answer("Its address", "ws://127.0.0.1:9944");
    terminal.answer("The subnet's number there", "34");
    terminal.answer("Which one [rehearsal/default]", "");
    terminal.answer("Who makes images?", "sandbox");
    terminal.answer("Who makes video?", "sandbox");
    terminal.answer("The port that validators call", Integer.toString(port));
    terminal.answer("This machine's address", "127.0.0.1");
    terminal.answer("The folder for state", "miner");
    terminal.answer("Keep a copy", "n");
    terminal.answer("Write " + env + "?", "y");
    assertThat(terminal.end(0, SOON)).contains("Written: " + env, "gascli doctor");
    assertThat(Files.readString(env)).contains("IMAGE_SERVICE=sandbox", "BT_AXON_PORT=" + port);
  }

  private static void examine(Terminal terminal) throws Exception {
    assertThat(terminal.run("gascli doctor", 0))
        .contains("wallet", "registration", "none runs on", "0 failures");
  }

  private static void start(Terminal terminal, Background miner) throws Exception {
    String started = terminal.run("gascli generator start --wait 150", 0);
    assertThat(started)
        .contains("The miner runs and answers", miner.folder.miner().address().toString())
        .as("the line of the progress is written over")
        .doesNotContain("The miner starts");
    String status = terminal.run("gascli generator status", 0);
    assertThat(status).contains(Long.toString(miner.miner()), "gascli");
  }

  private static String challenge(Terminal terminal, Background miner) throws Exception {
    String task = miner.challenge();
    miner.awaitDelivery(task);
    assertThat(terminal.run("gascli generator status", 0)).contains("delivered");
    return task;
  }

  private static void story(Terminal terminal, String task) throws Exception {
    assertThat(terminal.run("gascli tasks list", 0)).contains(task.substring(0, 8));
    assertThat(terminal.run("gascli tasks show " + task, 0)).contains(task, "image");
  }

  private static void follow(Terminal terminal, Background miner) throws Exception {
    terminal.begin("gascli generator logs -f --lines 1");
    terminal.see("{", SOON);
    String task = miner.challenge();
    terminal.see(task, SOON);
    terminal.press("C-c");
    terminal.end(130, SOON);
  }

  private static void restart(Terminal terminal, Background miner) throws Exception {
    long before = miner.miner();
    assertThat(terminal.run("gascli generator restart --wait 150", 0))
        .contains("The miner has stopped", "The miner runs and answers");
    assertThat(miner.miner()).isNotEqualTo(before);
  }

  @Test
  void theWalletsPasswordIsTypedOnceAndStandsNowhere() throws Exception {
    String password = "correct-horse-34";
    SecureRandom random = new SecureRandom();
    int port = FreePort.find();
    try (NewHotkey hotkey = NewHotkey.withoutPhrase(random);
        Background miner = Background.in(folder(hotkey.hotkey(), port, random), port)) {
      Files.write(
          miner.folder.hotkeyFile(), hotkey.keyfile(Password.of(password.toCharArray()), random));
      try (Terminal terminal = Terminal.open(miner.folder.path())) {
        terminal.begin("gascli generator start --wait 150 --env-file rehearsal.env");
        terminal.answer("Password of the hotkey default", "not-the-password");
        terminal.see("this is not the password", SOON);
        terminal.answer("Password of the hotkey default", password);
        assertThat(terminal.end(0, SOON)).contains("The miner runs and answers");
        assertThat(terminal.screen()).doesNotContain(password);
      }
      long first = miner.miner();
      Background.kill(first);
      Rehearsal.await(
          "it is started again, and nobody is asked",
          SOON,
          () ->
              miner.account().state() == Account.State.RUNNING
                  && miner.account().miner().filter(now -> now.pid() != first).isPresent());
      assertThat(commandLine(miner.miner())).isNotEmpty().doesNotContain(password);
      assertThat(commandLine(miner.supervisor())).isNotEmpty().doesNotContain(password);
      assertThat(filesWith(password, miner.folder.path())).isEmpty();
      Gascli restarted = miner.generator("restart");
      assertThat(restarted.exitCode()).as(restarted.err()).isZero();
    }
  }

  private RehearsalFolder folder(Hotkey miner, int port, SecureRandom random) throws IOException {
    byte[] seed = new byte[32];
    random.nextBytes(seed);
    return RehearsalFolder.between(
        miner,
        Hotkey.fromSeed(seed),
        temp,
        Map.of("BT_AXON_PORT", Integer.toString(port)),
        InstantSource.system().instant());
  }

  private static String commandLine(long pid) throws IOException {
    return Files.readString(Path.of("/proc/" + pid + "/cmdline"));
  }

  private static List<Path> filesWith(String secret, Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> text(file).contains(secret))
          .toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException unreadable) {
      return "";
    }
  }
}
