package io.gasminer.gascli.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Owns the command line that runs the miner under a supervisor. */
public final class MinerCommand {
  /** What tells {@code generator run} that nobody reads what it prints. */
  public static final String SUPERVISED = "--supervised";

  private MinerCommand() {}

  /** The whole command, as this gascli itself was started. */
  static List<String> with(List<String> arguments) {
    List<String> command = new ArrayList<>(gascli());
    command.addAll(List.of("generator", "run", SUPERVISED));
    command.addAll(arguments);
    return command;
  }

  /** The arguments in a command that {@link #with} made. */
  static List<String> argumentsOf(List<String> command) {
    int mark = command.indexOf(SUPERVISED);
    return mark < 0 ? List.of() : command.subList(mark + 1, command.size());
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static List<String> gascli() {
    Optional<String> launcher =
        Optional.ofNullable(System.getProperty("gasminer.launcher"))
            .filter(path -> !path.isBlank());
    if (launcher.isPresent()) {
      return List.of(launcher.get());
    }
    List<String> jvm =
        new ArrayList<>(
            List.of(
                java(),
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true"));
    Optional.ofNullable(System.getProperty("gasminer.home"))
        .ifPresent(home -> jvm.add("-Dgasminer.home=" + home));
    jvm.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.gasminer.gascli.GasCli"));
    return jvm;
  }
}
