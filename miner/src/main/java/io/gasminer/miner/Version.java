package io.gasminer.miner;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Owns the version that this build has. */
public final class Version {
  private static final String FILE = "miner.properties";

  private static final Pattern NUMBERS =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?:-.*)?");

  private Version() {}

  /**
   * As a number, as an axon announces it: 1002003 for 1.2.3, so that one release announces itself
   * once; 0 for a build without a version.
   */
  public static long number() {
    return number(current());
  }

  static long number(String version) {
    Matcher numbers = NUMBERS.matcher(version);
    return numbers.matches()
        ? Long.parseLong(numbers.group(1)) * 1_000_000
            + Long.parseLong(numbers.group(2)) * 1_000
            + Long.parseLong(numbers.group(3))
        : 0;
  }

  /** As in {@code 0.1.0}. */
  public static String current() {
    Properties properties = new Properties();
    try (InputStream file = Version.class.getResourceAsStream(FILE)) {
      if (file != null) {
        properties.load(file);
      }
    } catch (IOException unreadable) {
      throw new IllegalStateException(FILE + " of this build cannot be read", unreadable);
    }
    return properties.getProperty("version", "unknown");
  }
}
