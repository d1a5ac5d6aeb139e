package io.gasminer.gascli.tasks;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Owns how times are put before people: in their zone, and no longer than they need.
 *
 * @param now what is of today is told without its day
 */
public record Times(ZoneId zone, Instant now) {
  private static final DateTimeFormatter CLOCK = form("HH:mm:ss");
  private static final DateTimeFormatter FINE = form("HH:mm:ss.SSS");
  private static final DateTimeFormatter DAY = form("MM-dd HH:mm");
  private static final DateTimeFormatter WHOLE = form("yyyy-MM-dd HH:mm:ss xxx");

  private static DateTimeFormatter form(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }

  /** For a column of a table. */
  String brief(Instant instant) {
    return at(instant).toLocalDate().equals(at(now).toLocalDate())
        ? CLOCK.format(at(instant))
        : DAY.format(at(instant));
  }

  /** To the millisecond, without the day. */
  String fine(Instant instant) {
    return FINE.format(at(instant));
  }

  /** With the day and the zone. */
  String whole(Instant instant) {
    return WHOLE.format(at(instant));
  }

  /** A span in its largest unit or two. */
  static String span(Duration span) {
    long minutes = span.toMinutes();
    if (minutes >= 60) {
      return minutes / 60 + " h " + minutes % 60 + " min";
    }
    return minutes > 1 ? minutes + " min" : span.toSeconds() + " s";
  }

  private ZonedDateTime at(Instant instant) {
    return instant.atZone(zone);
  }
}
