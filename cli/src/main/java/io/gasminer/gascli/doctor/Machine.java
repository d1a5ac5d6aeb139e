package io.gasminer.gascli.doctor;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Owns what this process runs on.
 *
 * @param feature the version of Java, as a number
 * @param java its whole version
 * @param arguments of this process's JVM
 * @param memory what the machine or the container gives, in bytes
 * @param minerHeap the largest heap that the launcher gives a miner, in bytes
 */
public record Machine(
    int feature,
    String java,
    String vendor,
    List<String> arguments,
    OptionalLong memory,
    long minerHeap) {
  private static final long USUAL_HEAP = 1L << 30;
  private static final Pattern HEAP = Pattern.compile("-Xmx(\\d{1,9})([kKmMgG]?)");
  private static final Path OWN_MAPS = Path.of("/proc/self/maps");

  /** Copies the list. */
  public Machine {
    arguments = List.copyOf(arguments);
  }

  /** What this process can tell. */
  public static Machine ofThisProcess() {
    return new Machine(
        Runtime.version().feature(),
        Runtime.version().toString(),
        System.getProperty("java.vendor", "an unknown vendor"),
        ProcessHandle.current().info().arguments().map(Arrays::asList).orElse(List.of()),
        total(),
        heap(System.getenv().getOrDefault("GASCLI_JAVA_OPTS", "")));
  }

  /** Whether a file is mapped into this process, which an archive of classes in use is. */
  static boolean isMapped(String file) {
    try {
      return Files.readString(OWN_MAPS).contains(file);
    } catch (IOException notTold) {
      return false;
    }
  }

  static long heap(String options) {
    Matcher option = HEAP.matcher(options);
    long heap = USUAL_HEAP;
    // The last one counts, as for the JVM.
    while (option.find()) {
      long number = Long.parseLong(option.group(1));
      heap =
          switch (option.group(2)) {
            case "k", "K" -> number << 10;
            case "m", "M" -> number << 20;
            case "g", "G" -> number << 30;
            default -> number;
          };
    }
    return heap;
  }

  // The JVM counts the limit of a container as the memory there is.
  private static OptionalLong total() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? OptionalLong.of(system.getTotalMemorySize())
        : OptionalLong.empty();
  }
}
