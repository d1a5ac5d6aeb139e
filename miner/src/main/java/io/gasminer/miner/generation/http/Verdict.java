package io.gasminer.miner.generation.http;

import io.gasminer.miner.generation.Breaker;
import io.gasminer.miner.generation.GenerationOutcome;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Owns what a vendor's refusal means: whose fault it is and when to try again.
 *
 * <p>Immutable, thread-safe.
 */
public final class Verdict {
  private static final List<String> MODERATION =
      List.of(
          "content_policy_violation",
          "moderation_blocked",
          "content_moderation",
          "content_filter",
          "flagged",
          "safety system",
          "safety.",
          "prohibited_content");
  private static final List<String> NO_CREDITS =
      List.of("insufficient_quota", "billing_hard_limit", "enough credits", "insufficient credits");
  private static final Duration BUSY = Duration.ofSeconds(10);
  private static final Duration LONGEST_WISH = Duration.ofHours(1);

  private final String vendor;
  private final VendorHttp http;
  private final InstantSource clock;

  /** Verdicts on one vendor's answers. */
  public Verdict(String vendor, VendorHttp http, InstantSource clock) {
    this.vendor = vendor;
    this.http = http;
    this.clock = clock;
  }

  /** What an answer means that is no success. */
  public GenerationOutcome of(Exchange.Answered answer) {
    return of(answer.status(), answer);
  }

  /** The same, where the body names another status than the head. */
  public GenerationOutcome of(int status, Exchange.Answered answer) {
    String words = http.withoutKey(ErrorText.of(answer.body()));
    String reason = vendor + " answered " + status + (words.isEmpty() ? "" : ": " + words);
    if (status < 500 && status != 401 && isModeration(words)) {
      return new GenerationOutcome.Moderated(reason);
    }
    if (status < 500 && isAbout(words, NO_CREDITS)) {
      return new GenerationOutcome.OperatorProblem(reason);
    }
    return switch (status) {
      case 401, 402, 403 -> new GenerationOutcome.OperatorProblem(reason);
      case 408, 425 -> new GenerationOutcome.Unavailable(reason, Breaker.BRIEFLY);
      case 429 -> new GenerationOutcome.Unavailable(reason, wish(answer, BUSY));
      default ->
          status >= 500
              ? new GenerationOutcome.Unavailable(reason, wish(answer, Breaker.BRIEFLY))
              : new GenerationOutcome.Rejected(reason);
    };
  }

  /** What it means that the request never left. */
  public GenerationOutcome notSent(String reason) {
    return new GenerationOutcome.Unavailable(
        vendor + " was not reached: " + ErrorText.shortened(reason), Breaker.BRIEFLY);
  }

  /** Whether these words speak of moderation. */
  public static boolean isModeration(String words) {
    return isAbout(words, MODERATION);
  }

  /** The vendor's words as they may be shown: one short line without the key. */
  public String shown(String words) {
    return http.withoutKey(ErrorText.shortened(words));
  }

  private static boolean isAbout(String words, List<String> markers) {
    String lower = words.toLowerCase(Locale.ROOT);
    return markers.stream().anyMatch(lower::contains);
  }

  private Duration wish(Exchange.Answered answer, Duration otherwise) {
    Duration wish = answer.header("retry-after").map(this::parsed).orElse(otherwise);
    Duration least = wish.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : wish;
    return least.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : least;
  }

  private Duration parsed(String value) {
    String written = value.strip();
    if (written.matches("\\d{1,9}(\\.\\d+)?")) {
      return Duration.ofMillis((long) (Double.parseDouble(written) * 1000));
    }
    try {
      Instant then = ZonedDateTime.parse(written, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Duration.between(clock.instant(), then);
    } catch (DateTimeException notADate) {
      return BUSY;
    }
  }
}
