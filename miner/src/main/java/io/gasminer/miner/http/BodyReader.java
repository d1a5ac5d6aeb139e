package io.gasminer.miner.http;

import io.helidon.http.RequestException;
import io.helidon.http.media.ReadableEntity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;

/** Owns the reading of a body: counted, timed, and never trusted to be as long as it says. */
final class BodyReader {
  private static final int CHUNK = 16 * 1024;

  private final HttpLimits limits;
  private final Arrivals arrivals;
  private final InstantSource clock;

  BodyReader(HttpLimits limits, Arrivals arrivals, InstantSource clock) {
    this.limits = limits;
    this.arrivals = arrivals;
    this.clock = clock;
  }

  /** What reading ended in. */
  sealed interface Reading {
    /** All of it. */
    record Whole(byte[] body) implements Reading {}

    /** Larger than allowed, too slow, or cut off; the connection is of no more use. */
    record Refused(Answer answer) implements Reading {}
  }

  Reading read(ReadableEntity content, OptionalLong declared) {
    Reading reading = readAll(content, declared);
    return arrivals.arrived() ? reading : new Reading.Refused(tooSlow());
  }

  /** The body will not be read. */
  void leave(ReadableEntity content) {
    if (!content.hasEntity()) {
      arrivals.arrived();
    }
  }

  private Reading readAll(ReadableEntity content, OptionalLong declared) {
    if (!content.hasEntity()) {
      return new Reading.Whole(new byte[0]);
    }
    Instant deadline = clock.instant().plus(limits.arrival());
    // Not closed: closing would read what is left, however long that takes.
    InputStream in = content.inputStream();
    try {
      int expected = (int) Math.min(declared.orElse(CHUNK), CHUNK);
      ByteArrayOutputStream body = new ByteArrayOutputStream(Math.max(expected, 32));
      byte[] chunk = new byte[Math.max(expected, 32)];
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        if (body.size() + n > limits.maxBodyBytes()) {
          return new Reading.Refused(tooLarge());
        }
        body.write(chunk, 0, n);
        if (clock.instant().isAfter(deadline)) {
          return new Reading.Refused(tooSlow());
        }
      }
      return new Reading.Whole(body.toByteArray());
    } catch (RequestException refusedByTheServer) {
      return new Reading.Refused(refusedByTheServer.status().code() == 413 ? tooLarge() : cutOff());
    } catch (IOException | UncheckedIOException broken) {
      return new Reading.Refused(cutOff());
    }
  }

  private Answer tooLarge() {
    return Answer.detail(413, tooLargeText(limits)).closing();
  }

  static String tooLargeText(HttpLimits limits) {
    return "Request body is larger than " + limits.maxBodyBytes() + " bytes";
  }

  private static Answer tooSlow() {
    return Answer.detail(408, "Request body did not arrive in time").closing();
  }

  private static Answer cutOff() {
    return Answer.detail(400, "Request body cannot be read").closing();
  }
}
