package io.gasminer.gascli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Owns how a moment is written for people: in this machine's zone, to the second. */
final class Moments {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z");

  private Moments() {}

  static String local(Instant moment) {
    return LOCAL.format(moment.atZone(ZoneId.systemDefault()));
  }
}
