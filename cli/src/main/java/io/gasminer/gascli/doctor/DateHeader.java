package io.gasminer.gascli.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Owns the asking of a web server for the time, by the {@code Date} of any answer (RFC 9110,
 * 6.6.1), which is cut to whole seconds. For networks that let no NTP out.
 */
record DateHeader(InstantSource clock, Duration within) {
  private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

  ClockReading ask(URI address) throws InterruptedException {
    String name = String.valueOf(address.getHost());
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(within)
            .build();
    try {
      Instant before = clock.instant();
      long begun = System.nanoTime();
      HttpResponse<Void> answer =
          client.send(
              HttpRequest.newBuilder(address).timeout(within).HEAD().build(),
              HttpResponse.BodyHandlers.discarding());
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      Optional<String> date = answer.headers().firstValue("date");
      return date.isPresent()
          ? told(name, date.get(), before.plus(took.dividedBy(2)), took)
          : new ClockReading.Nothing(name, "its answer has no date");
    } catch (IOException failed) {
      return new ClockReading.Nothing(
          name, "it cannot be asked (" + failed.getClass().getSimpleName() + ")");
    } finally {
      client.shutdownNow();
    }
  }

  private static ClockReading told(String name, String date, Instant here, Duration took) {
    try {
      Instant there =
          ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
              .toInstant()
              .plus(HALF_A_SECOND);
      return new ClockReading.Told(
          "the date of " + name,
          Duration.between(there, here),
          HALF_A_SECOND.plus(took.dividedBy(2)));
    } catch (DateTimeException noDate) {
      return new ClockReading.Nothing(name, "its date is none");
    }
  }
}
