package io.gasminer.miner.generation;

import io.gasminer.miner.media.TierReward;
import io.gasminer.miner.task.Modality;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Owns the reading of one catalogue row; every fault names its row and field. */
final class RowReading {
  private static final Set<String> FIELDS =
      Set.of(
          "provider",
          "model",
          "modality",
          "tiers",
          "durations",
          "ratios",
          "seed",
          "audio",
          "priceUsd",
          "tierPricesUsd",
          "pricedAs",
          "source",
          "signer",
          "evidence",
          "endsOn",
          "note",
          "wire",
          "standard",
          "forced");

  private final String place;
  private final JsonNode row;
  private final List<String> problems;

  private RowReading(String place, JsonNode row, List<String> problems) {
    this.place = place;
    this.row = row;
    this.problems = problems;
  }

  /** The row, or empty after a problem was added. */
  static Optional<CatalogRow> read(String source, int number, JsonNode row, List<String> problems) {
    String name = row.path("model").asString("");
    String place = source + ", row " + number + (name.isEmpty() ? "" : " (" + name + ")");
    List<String> faults = new ArrayList<>();
    Optional<CatalogRow> read = new RowReading(place, row, faults).read();
    problems.addAll(faults);
    return faults.isEmpty() ? read : Optional.empty();
  }

  private Optional<CatalogRow> read() {
    if (!row.isObject()) {
      problem("", "is no object");
      return Optional.empty();
    }
    row.propertyNames().stream()
        .filter(field -> !FIELDS.contains(field))
        .forEach(field -> problem(field, "is no field of the catalogue"));
    Modality modality = modality();
    Map<String, String> tiers = texts("tiers");
    if (tiers.isEmpty()) {
      problem("tiers", "names no tier; write {\"720p\": \"1280:720\"}");
    }
    List<Integer> durations = durations();
    if (modality == Modality.VIDEO && durations.isEmpty()) {
      problem("durations", "is empty, but a video has a length in seconds; write [4, 8]");
    }
    Map<String, String> wire = texts("wire");
    if (!wire.getOrDefault("promptLimit", "1").matches("[1-9]\\d{0,5}")) {
      problem("wire.promptLimit", "is no number of characters");
    }
    ModelCard card =
        new ModelCard(
            required("provider"),
            required("model"),
            modality,
            tiers,
            durations,
            ratios(),
            flag("seed"),
            flag("audio"),
            amount("priceUsd", row.path("priceUsd")),
            text("signer"),
            date("evidence").orElseGet(this::withoutEvidence),
            date("endsOn"),
            text("note"),
            wire);
    return Optional.of(new CatalogRow(card, flag("standard"), flag("forced"), terms(card)));
  }

  private CatalogRow.Terms terms(ModelCard card) {
    Map<String, BigDecimal> prices = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : row.path("tierPricesUsd").properties()) {
      String field = "tierPricesUsd." + entry.getKey();
      if (!card.tiers().containsKey(entry.getKey())) {
        problem(field, "is none of the row's tiers");
      }
      amount(field, entry.getValue()).ifPresent(price -> prices.put(entry.getKey(), price));
    }
    Optional<String> pricedAs = text("pricedAs");
    pricedAs
        .filter(name -> !TierReward.lists().contains(name))
        .ifPresent(
            name ->
                problem(
                    "pricedAs",
                    "is none of "
                        + String.join(", ", TierReward.lists().stream().sorted().toList())));
    return new CatalogRow.Terms(prices, pricedAs, text("source"));
  }

  private void problem(String field, String what) {
    problems.add(place + (field.isEmpty() ? " " : ", field '" + field + "' ") + what);
  }

  private String required(String field) {
    return text(field)
        .orElseGet(
            () -> {
              problem(field, "is missing");
              return "";
            });
  }

  private LocalDate withoutEvidence() {
    problem("evidence", "is missing; write the day on which the row was last seen to be true");
    return LocalDate.EPOCH;
  }

  private Modality modality() {
    String name = required("modality").toUpperCase(Locale.ROOT);
    for (Modality modality : Modality.values()) {
      if (modality.name().equals(name)) {
        return modality;
      }
    }
    problem("modality", "is neither image nor video");
    return Modality.IMAGE;
  }

  private Optional<String> text(String field) {
    JsonNode value = row.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString() || value.stringValue().isBlank()) {
      problem(field, "is no text");
      return Optional.empty();
    }
    return Optional.of(value.stringValue().strip());
  }

  private boolean flag(String field) {
    JsonNode value = row.path(field);
    if (!value.isMissingNode() && !value.isBoolean()) {
      problem(field, "is neither true nor false");
    }
    return value.asBoolean(false);
  }

  private Optional<LocalDate> date(String field) {
    return text(field)
        .flatMap(
            written -> {
              try {
                return Optional.of(LocalDate.parse(written));
              } catch (DateTimeException notADate) {
                problem(field, "is '" + written + "'; write a day as 2026-11-23");
                return Optional.empty();
              }
            });
  }

  private Optional<BigDecimal> amount(String field, JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isNumber() || value.decimalValue().signum() < 0) {
      problem(field, "is no amount of US dollars");
      return Optional.empty();
    }
    return Optional.of(value.decimalValue());
  }

  private Map<String, String> texts(String field) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : row.path(field).properties()) {
      if (entry.getValue().isString()) {
        values.put(entry.getKey(), entry.getValue().stringValue());
      } else {
        problem(field + "." + entry.getKey(), "is no text");
      }
    }
    return java.util.Collections.unmodifiableMap(values);
  }

  private List<Integer> durations() {
    List<Integer> seconds = new ArrayList<>();
    for (JsonNode value : row.path("durations").values()) {
      if (value.isInt() && value.intValue() > 0) {
        seconds.add(value.intValue());
      } else {
        problem("durations", "holds something that is no whole number of seconds");
      }
    }
    return seconds.stream().sorted().toList();
  }

  private List<String> ratios() {
    List<String> ratios = new ArrayList<>();
    for (JsonNode value : row.path("ratios").values()) {
      if (AspectRatio.parse(value.asString("")).isPresent()) {
        ratios.add(value.stringValue());
      } else {
        problem("ratios", "holds something that is no ratio; write \"16:9\"");
      }
    }
    return List.copyOf(ratios);
  }
}
