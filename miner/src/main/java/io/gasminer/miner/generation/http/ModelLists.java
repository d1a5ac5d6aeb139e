package io.gasminer.miner.generation.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Owns the reading of {@code {"data": [{"id": …, "shutdown_date": …}]}}. */
public final class ModelLists {
  private static final int MOST = 10_000;
  private static final long LARGEST = 16L * 1024 * 1024;

  private ModelLists() {}

  /** The list at the path, or empty when there is none to be had. */
  public static Optional<Map<String, Optional<LocalDate>>> read(
      VendorHttp http, String path, Instant deadline) {
    VendorCall call =
        new VendorCall(
            path,
            Optional.empty(),
            "application/json",
            LARGEST,
            java.time.Duration.ofSeconds(30),
            deadline);
    if (!(http.call(call) instanceof Exchange.Answered answer) || !answer.isSuccess()) {
      return Optional.empty();
    }
    JsonNode data = VendorJson.read(answer.body()).path("data");
    if (!data.isArray()) {
      return Optional.empty();
    }
    Map<String, Optional<LocalDate>> listed = new LinkedHashMap<>();
    for (JsonNode model : data.values()) {
      if (listed.size() < MOST) {
        VendorJson.text(model.path("id"))
            .ifPresent(id -> listed.put(id, date(model.path("shutdown_date"))));
      }
    }
    return Optional.of(listed);
  }

  private static Optional<LocalDate> date(JsonNode node) {
    try {
      return node.isIntegralNumber()
          ? Optional.of(
              LocalDate.ofInstant(Instant.ofEpochSecond(node.longValue()), ZoneOffset.UTC))
          : VendorJson.text(node)
              .filter(text -> text.length() >= 10)
              .map(text -> LocalDate.parse(text.substring(0, 10)));
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }
}
