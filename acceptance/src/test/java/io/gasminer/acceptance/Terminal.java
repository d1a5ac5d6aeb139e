package io.gasminer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Owns a terminal of 100 columns with a shell in it, and what a person types and reads there. */
final class Terminal implements AutoCloseable {
  private static final Duration ANSWER = Duration.ofMinutes(1);

  private final Path folder;
  private int commands;

  private Terminal(Path folder) {
    this.folder = folder;
  }

  /** A shell in that folder, in which {@code gascli} is a command and the folder its home. */
  static Terminal open(Path folder) throws IOException, InterruptedException {
    assumeTrue(
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(place -> Files.isExecutable(Path.of(place, "tmux"))),
        "skipped: there is no tmux, which gives the commands a terminal");
    Terminal terminal = new Terminal(folder);
    Files.writeString(folder.resolve("tmux.conf"), "set -g history-limit 10000\n");
    script(folder);
    terminal.tmux(
        "new-session", "-d", "-x", "100", "-y", "40", "-c", folder.toString(), shell(folder));
    return terminal;
  }

  // Without a history: bash would write it when the terminal is gone, while the folder is removed.
  private static String shell(Path folder) {
    return "env -i HOME='%s' HISTFILE= PATH='%s/bin:/usr/bin:/bin' TERM=screen LANG=C.UTF-8 PS1='$ ' bash --norc --noprofile"
        .formatted(folder, folder);
  }

  private static void script(Path folder) throws IOException {
    Path script = Files.createDirectories(folder.resolve("bin")).resolve("gascli");
    Files.writeString(
        script,
        """
        #!/bin/sh
        exec '%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED \\
          -Djava.awt.headless=true '-Dgasminer.home=%s' '-Dgasminer.launcher=%s' \\
          -cp '%s' io.gasminer.gascli.GasCli "$@"
        """
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                folder,
                script,
                System.getProperty("java.class.path")));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Types a line and presses Enter. */
  void type(String text) throws IOException, InterruptedException {
    if (!text.isEmpty()) {
      tmux("send-keys", "-l", "--", text);
    }
    press("Enter");
  }

  void press(String key) throws IOException, InterruptedException {
    tmux("send-keys", key);
  }

  /** Types a command whose end is marked, so that what it printed can be told from the rest. */
  void begin(String command) throws IOException, InterruptedException {
    commands++;
    type(command + "; echo \"end-" + commands + " $?\"");
  }

  /** Waits for these words of the command that runs, and types the answer. */
  void answer(String question, String answer) throws IOException, InterruptedException {
    see(question, ANSWER);
    type(answer);
  }

  /** Waits until the command that runs has printed these words. */
  void see(String words, Duration limit) throws InterruptedException {
    Rehearsal.await("'" + words + "' on the screen", limit, () -> printed().contains(words));
  }

  /** Waits for the end of the command that was begun last; what it printed. */
  String end(int exitCode, Duration limit) throws InterruptedException {
    Pattern mark = Pattern.compile("(?m)end-" + commands + " (\\d+)$");
    try {
      Rehearsal.await("the command ends", limit, () -> mark.matcher(printed()).find());
    } catch (AssertionError late) {
      throw new AssertionError(late.getMessage() + "; the screen:\n" + printed(), late);
    }
    String printed = printed();
    Matcher end = mark.matcher(printed);
    assertThat(end.find()).isTrue();
    String text = printed.substring(0, end.start());
    assertThat(end.group(1)).as(text).isEqualTo(Integer.toString(exitCode));
    return text;
  }

  /** Runs a command to its end; what it printed. */
  String run(String command, int exitCode) throws IOException, InterruptedException {
    begin(command);
    return end(exitCode, Duration.ofMinutes(3));
  }

  /** What the last command has printed so far. */
  private String printed() {
    String screen = screen();
    String typed = "echo \"end-" + commands + " $?\"";
    int at = screen.lastIndexOf(typed);
    return at < 0 ? "" : screen.substring(at + typed.length());
  }

  /** All that was ever on it, its wrapped lines joined. */
  String screen() {
    try {
      return tmux("capture-pane", "-p", "-J", "-S", "-");
    } catch (IOException gone) {
      throw new AssertionError("the terminal is gone", gone);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  private String tmux(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "tmux",
                "-u",
                "-S",
                folder.resolve("tmux.sock").toString(),
                "-f",
                folder.resolve("tmux.conf").toString()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException(String.join(" ", arguments) + ": " + out);
    }
    return out;
  }

  /** The terminal is closed, as a window is: whoever runs in it is told, and it is gone. */
  @Override
  public void close() throws IOException {
    try {
      tmux("kill-server");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
