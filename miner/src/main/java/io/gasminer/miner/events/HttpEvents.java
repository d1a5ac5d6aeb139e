package io.gasminer.miner.events;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns the words about requests.
 *
 * <p>Anyone on the internet can cause a refusal, so at most {@value #MOST_LINES} of them are
 * written each minute; the rest is counted. Thread-safe.
 */
public final class HttpEvents {
  private static final Logger LOG = LoggerFactory.getLogger("io.gasminer.miner.http");
  private static final int MOST_LINES = 30;
  private static final int LONGEST = 120;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final InstantSource clock;
  private Instant minuteEnds = Instant.MIN;
  private int lines;
  private long unwritten;

  /** Counts refusals by the clock's minutes. */
  public HttpEvents(InstantSource clock) {
    this.clock = clock;
  }

  /** Validators can connect. */
  public void listening(String address, int port) {
    LOG.atInfo()
        .addKeyValue("event", "listening")
        .addKeyValue("port", port)
        .log("listening on {}:{}", address, port);
  }

  /** The port is free again. */
  public void closed(boolean finished) {
    LOG.atInfo()
        .addKeyValue("event", "closed")
        .log(
            "no longer listening; {}",
            finished ? "every answer under way was sent" : "some answers were cut off");
  }

  /** A request was refused. */
  public void refused(String method, String path, int status, String reason) {
    if (mayWrite()) {
      LOG.atInfo()
          .addKeyValue("event", "request-refused")
          .log("{} {} → {} {}", printable(method), printable(path), status, printable(reason));
    }
  }

  /** An endpoint broke; the caller got 500. */
  public void failed(Throwable bug) {
    LOG.atError()
        .addKeyValue("event", "request-failed")
        .setCause(bug)
        .log("a request ended in an error of ours; it was answered with 500. Please report it");
  }

  /** The database did not answer a question. */
  public void storeUnavailable(String reason) {
    LOG.atError()
        .addKeyValue("event", "store-unavailable")
        .log(
            "a request was answered with 503: the database did not answer ({}). Look at disk space"
                + " and the database",
            reason);
  }

  private synchronized boolean mayWrite() {
    Instant now = clock.instant();
    if (!now.isBefore(minuteEnds)) {
      if (unwritten > 0) {
        LOG.atInfo()
            .addKeyValue("event", "requests-refused")
            .log("{} more requests were refused in the minute before", unwritten);
      }
      minuteEnds = now.plus(MINUTE);
      lines = 0;
      unwritten = 0;
    }
    if (lines < MOST_LINES) {
      lines++;
      return true;
    }
    unwritten++;
    return false;
  }

  // Method and path are the caller's words; a line break in them would forge a line of ours.
  private static String printable(String text) {
    String line = text.replaceAll("[^\\x20-\\x7e]", "?");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
