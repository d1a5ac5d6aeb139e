package io.gasminer.gascli.process;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Owns the start of a supervisor as a process that no terminal takes with it. */
final class SupervisorLaunch {
  /** Measured: 40 MiB resident where the usual flags take 60. */
  private static final List<String> SMALL =
      List.of(
          "-Xmx16m",
          "-Xms4m",
          "-Xss256k",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:ReservedCodeCacheSize=8m",
          "-XX:MaxMetaspaceSize=24m",
          "-XX:-UsePerfData",
          "-XX:+ExitOnOutOfMemoryError");

  private SupervisorLaunch() {}

  /**
   * Starts it; the password goes through its standard input and nowhere else.
   *
   * @return the process that was started, which where the system has no {@code setsid} is not the
   *     supervisor itself
   */
  static Process start(Orders orders, Optional<String> password) throws IOException {
    ProcessFolder folder = ProcessFolder.in(orders.stateDir());
    folder.create();
    new ProcessLog(folder.log(), InstantSource.system()).create();
    List<String> command = new ArrayList<>(detaching());
    command.add(MinerCommand.java());
    command.addAll(SMALL);
    command.addAll(List.of("-cp", ownCode(), Supervisor.class.getName()));
    command.addAll(orders.arguments());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()));
    if (password.isEmpty()) {
      builder.redirectInput(new File("/dev/null"));
      return builder.start();
    }
    Process started = builder.start();
    try (OutputStream pipe = started.getOutputStream()) {
      pipe.write(password.get().getBytes(StandardCharsets.UTF_8));
    }
    return started;
  }

  // A session of its own has no terminal. Where there is no setsid, the shell's job control makes
  // a process group of its own, and nohup keeps the end of the terminal away.
  private static List<String> detaching() {
    return onPath("setsid")
        ? List.of("setsid")
        : List.of("/bin/sh", "-c", "set -m; nohup \"$0\" \"$@\" <&0 &");
  }

  private static boolean onPath(String program) {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }

  // The supervisor needs nothing of what gascli is built on.
  private static String ownCode() throws IOException {
    try {
      return Path.of(Supervisor.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException notAFile) {
      throw new IOException("gascli's own jar cannot be found", notAFile);
    }
  }
}
