package io.gasminer.gascli.chain;

import io.gasminer.gascli.paper.Spans;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Owns how a look at the chain is shown, and when it is a warning.
 *
 * @param now for the age of the newest block
 */
public record StatusReport(ChainLook look, Instant now) {
  private static final Duration STALE = Duration.ofMinutes(2);
  private static final Duration AHEAD = Duration.ofSeconds(30);
  private static final long FAR_BEHIND = 50;

  /** A line a fact, and the warnings. */
  public String text() {
    List<String> lines = new ArrayList<>();
    row(lines, "endpoint", look.endpoint().label());
    row(lines, "connected", "yes");
    row(lines, "latency", "%.1f ms".formatted(millis()));
    row(lines, "block", number(look.status().block()));
    row(lines, "block age", Spans.words(age()));
    row(lines, "finalized", number(look.status().finalized()) + " (" + lag() + " behind)");
    row(lines, "runtime", look.status().runtime());
    row(lines, "spec version", Long.toString(look.status().specVersion()));
    row(lines, "genesis", look.status().genesis());
    warnings().forEach(warning -> lines.add("Warning: " + warning));
    return String.join(System.lineSeparator(), lines);
  }

  /** The same as one JSON object. */
  public String json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("endpoint", look.endpoint().label());
    all.put("connected", true);
    all.put("latency_ms", Math.round(millis() * 10) / 10.0);
    all.put("block", look.status().block());
    all.put("block_time", look.status().at().toString());
    all.put("block_age_seconds", age().toSeconds());
    all.put("stale", isStale());
    all.put("finalized", look.status().finalized());
    all.put("finalized_lag", lag());
    all.put("runtime", look.status().runtime());
    all.put("spec_version", look.status().specVersion());
    all.put("genesis", look.status().genesis());
    all.put("warnings", warnings());
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all);
  }

  private List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (isStale()) {
      warnings.add(
          "the newest block is "
              + Spans.words(age())
              + " old, and one is made every 12 s: the node is behind or the chain stands still,"
              + " so what it says of validators may be old. Next step: another --endpoint");
    }
    if (age().compareTo(AHEAD.negated()) < 0) {
      warnings.add(
          "the newest block is of a time to come: this machine's clock is "
              + Spans.words(age().negated())
              + " slow, and validators' signatures are refused for that. Next step: timedatectl,"
              + " and an NTP client");
    }
    if (isFarBehind()) {
      warnings.add(
          "the last final block is "
              + lag()
              + " behind the newest: an announcement is waited for until it is final, and will be"
              + " late. Next step: another --endpoint, or wait");
    }
    look.passedOver()
        .ifPresent(problem -> warnings.add("endpoints that could not be used: " + problem));
    return warnings;
  }

  /** Whether the newest block is so old that the node must be behind. */
  public boolean isStale() {
    return age().compareTo(STALE) > 0;
  }

  /** Whether finality lags so far that an announcement will be late. */
  public boolean isFarBehind() {
    return lag() > FAR_BEHIND;
  }

  /** How old the newest block is; negative where its time is yet to come. */
  public Duration age() {
    return Duration.between(look.status().at(), now);
  }

  /** How many blocks the last final one is behind the newest. */
  public long lag() {
    return Math.max(0, look.status().block() - look.status().finalized());
  }

  private double millis() {
    return look.latency().toNanos() / 1e6;
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private static void row(List<String> lines, String label, String value) {
    lines.add("%-14s%s".formatted(label + ":", value));
  }
}
