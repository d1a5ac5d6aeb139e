package io.gasminer.miner;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Owns the version that this build has. */
public final class Version {
  private static final String FILE = "miner.properties";

  private Version() {}

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
