package io.gasminer.gascli.rehearsal;

import io.gasminer.miner.config.Settings;
import java.io.File;
import java.util.ArrayList;
import java.util.List;

/**
 * Owns how a JVM of its own runs {@code gascli}: this class path, and none of this environment's
 * settings.
 */
public final class GascliJvm {
  private GascliJvm() {}

  /** A process that is not yet started; it reads nothing from standard input. */
  public static ProcessBuilder running(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.add("-XX:+UseSerialGC");
    command.add("-Xmx1g");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Djava.awt.headless=true");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("io.gasminer.gascli.GasCli");
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    Settings.all()
        .forEach(
            setting -> {
              builder.environment().remove(setting.name());
              setting.aliases().forEach(builder.environment()::remove);
            });
    return builder.redirectInput(new File("/dev/null"));
  }
}
