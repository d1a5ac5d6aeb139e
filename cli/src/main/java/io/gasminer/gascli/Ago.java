package io.gasminer.gascli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Owns the reading of spans as people type them: {@code 30m}, {@code 24h}, {@code 2d}. */
final class Ago implements ITypeConverter<Ago.Span> {
  private static final Pattern FORM = Pattern.compile("(\\d{1,6})([smhd])");

  /** How long ago something may have begun. */
  record Span(Duration length) {}

  @Override
  public Span convert(String typed) {
    Matcher form = FORM.matcher(typed);
    if (!form.matches()) {
      throw new TypeConversionException("'" + typed + "' is no span such as 30m, 24h or 2d");
    }
    long number = Long.parseLong(form.group(1));
    return new Span(
        switch (form.group(2)) {
          case "s" -> Duration.ofSeconds(number);
          case "m" -> Duration.ofMinutes(number);
          case "h" -> Duration.ofHours(number);
          default -> Duration.ofDays(number);
        });
  }
}
