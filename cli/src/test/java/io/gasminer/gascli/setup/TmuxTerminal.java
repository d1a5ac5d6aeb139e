package io.gasminer.gascli.setup;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Owns a real terminal: a tmux of its own with one window, what is typed into it, and what it
 * shows. Reading blocks until the text is there; the test's time limit bounds it.
 */
final class TmuxTerminal implements AutoCloseable {
  private final String name = "gascli-" + UUID.randomUUID();
  private final Path screen;
  private final InputStream stream;
  private final StringBuilder seen = new StringBuilder();

  /** Runs the command in it; the test is skipped, and says so, where there is no tmux. */
  static TmuxTerminal running(Path folder, List<String> command) throws IOException {
    assumeTrue(hasTmux(), "skipped: there is no tmux");
    return new TmuxTerminal(folder, command);
  }

  private TmuxTerminal(Path folder, List<String> command) throws IOException {
    screen = folder.resolve("screen");
    run("mkfifo", screen.toString());
    List<String> start = new ArrayList<>(List.of("tmux", "-L", name, "-f", "/dev/null"));
    start.addAll(List.of("new-session", "-d", "-x", "100", "-y", "50", "sh"));
    run(start.toArray(String[]::new));
    tmux("pipe-pane", "-o", "cat > " + screen);
    stream = Files.newInputStream(screen);
    String line =
        command.stream().map(word -> "'" + word + "'").reduce((a, b) -> a + " " + b).orElseThrow();
    Path script = Files.writeString(folder.resolve("run.sh"), "exec " + line + "\n");
    type("sh " + script + "; echo code-$?");
  }

  /** Types a line and Enter. */
  void type(String line) throws IOException {
    if (!line.isEmpty()) {
      tmux("send-keys", "-l", line);
    }
    tmux("send-keys", "Enter");
  }

  void press(String key) throws IOException {
    tmux("send-keys", key);
  }

  /** Waits until that text has come after what was waited for before. */
  void await(String text) throws IOException {
    byte[] bytes = new byte[4096];
    while (seen.indexOf(text) < 0) {
      int count = stream.read(bytes);
      if (count < 0) {
        throw new AssertionError("the terminal ended before '" + text + "': " + seen);
      }
      seen.append(new String(bytes, 0, count, StandardCharsets.ISO_8859_1));
    }
    seen.delete(0, seen.indexOf(text) + text.length());
  }

  /** All that is on the screen, and what has left it upwards. */
  String all() throws IOException {
    Process process =
        new ProcessBuilder("tmux", "-L", name, "capture-pane", "-p", "-S", "-").start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.onExit().join();
    return text;
  }

  private void tmux(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of("tmux", "-L", name));
    all.addAll(List.of(arguments));
    run(all.toArray(String[]::new));
  }

  private static boolean hasTmux() throws IOException {
    try {
      return new ProcessBuilder("tmux", "-V").start().onExit().join().exitValue() == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  private static void run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.onExit().join().exitValue() != 0) {
      throw new AssertionError(String.join(" ", command) + ": " + said);
    }
  }

  @Override
  public void close() throws IOException {
    tmux("kill-server");
    stream.close();
  }
}
