package io.gasminer.gascli.performance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Owns what the API tells of a miner, as far as it is there.
 *
 * @param fooling how its media did with detectors
 */
record Performance(Verification verification, List<Validator> validators, Fooling fooling) {
  private static final int MOST = 1_000;

  /** What all validators together report. */
  record Verification(
      Optional<Long> validators,
      Optional<Rate> passRate,
      Optional<Long> verified,
      Optional<Long> failed,
      Optional<Long> evaluated) {}

  /** What one validator reports. */
  record Validator(
      String hotkey,
      Optional<Rate> passRate,
      Optional<Long> verified,
      Optional<Long> failed,
      Optional<Double> hours) {}

  /** Whom the media fooled. */
  record Fooling(
      Optional<Rate> rate,
      Optional<Long> samples,
      Optional<Long> fooled,
      Optional<Long> notFooled,
      Optional<Long> runs) {}

  static Performance of(JsonNode said) {
    JsonNode all = said.path("verification");
    JsonNode fool = said.path("fool_aggregate");
    List<Validator> validators = new ArrayList<>();
    for (JsonNode row : all.path("by_validator")) {
      if (row.isObject() && validators.size() < MOST) {
        validators.add(validator(row));
      }
    }
    Optional<Long> verified = count(all, "total_verified");
    Optional<Long> failed = count(all, "total_failed");
    Optional<Long> fooled = count(fool, "fooled_count");
    Optional<Long> notFooled = count(fool, "not_fooled_count");
    return new Performance(
        new Verification(
            count(all, "validator_count"),
            Rate.of(all.path("aggregate_pass_rate"), verified, failed),
            verified,
            failed,
            count(all, "total_evaluated")),
        List.copyOf(validators),
        new Fooling(
            Rate.of(fool.path("fool_rate"), fooled, notFooled),
            count(fool, "total_samples"),
            fooled,
            notFooled,
            count(fool, "benchmark_run_count")));
  }

  private static Validator validator(JsonNode row) {
    Optional<Long> verified = count(row, "total_verified");
    Optional<Long> failed = count(row, "total_failed");
    JsonNode hours = row.path("lookback_hours");
    return new Validator(
        row.path("validator_hotkey").asString("?"),
        Rate.of(row.path("pass_rate"), verified, failed),
        verified,
        failed,
        hours.isNumber() && Math.abs(hours.doubleValue()) < 1e9
            ? Optional.of(hours.doubleValue())
            : Optional.empty());
  }

  private static Optional<Long> count(JsonNode in, String name) {
    JsonNode node = in.path(name);
    return node.isIntegralNumber() && node.canConvertToLong()
        ? Optional.of(node.longValue())
        : Optional.empty();
  }

  /** Whether nobody has reported anything. */
  boolean isEmpty() {
    return validators.isEmpty()
        && verification.evaluated().or(verification::verified).orElse(0L) == 0
        && fooling.samples().or(fooling::fooled).orElse(0L) == 0;
  }
}
