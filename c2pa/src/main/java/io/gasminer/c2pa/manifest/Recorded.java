package io.gasminer.c2pa.manifest;

import io.gasminer.c2pa.cbor.CborMap;
import io.gasminer.c2pa.cbor.CborValue;
import io.gasminer.c2pa.status.Status;
import io.gasminer.c2pa.status.StatusCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Owns the reading of what an ingredient says was found when it was added. */
final class Recorded {
  private static final List<String> LISTS = List.of("success", "informational", "failure");

  private Recorded() {}

  /** The list of versions 1 and 2. */
  static Optional<List<Status>> statuses(CborMap ingredient) {
    return ingredient.get("validationStatus").flatMap(Recorded::list);
  }

  /** The results of version 3: of the active manifest, and deltas of its own ingredients. */
  static Optional<List<Status>> results(CborMap ingredient) {
    Optional<CborMap> results = ingredient.get("validationResults").flatMap(CborValue::asMap);
    if (results.isEmpty()) {
      return Optional.empty();
    }
    List<Status> all = new ArrayList<>();
    Optional<CborValue> active = results.get().get("activeManifest");
    if (active.isPresent() && !addAll(active.get(), all)) {
      return Optional.empty();
    }
    List<CborValue> deltas =
        results.get().get("ingredientDeltas").flatMap(CborValue::asList).orElse(List.of());
    for (CborValue delta : deltas) {
      Optional<CborValue> codes = delta.asMap().flatMap(map -> map.get("validationDeltas"));
      if (codes.isEmpty() || !addAll(codes.get(), all)) {
        return Optional.empty();
      }
    }
    return Optional.of(all);
  }

  /** The statuses with URIs made absolute within the manifest that is named. */
  static List<Status> within(Optional<String> manifest, List<Status> statuses) {
    Optional<String> label = manifest.flatMap(JumbfUri::manifestOf);
    if (label.isEmpty()) {
      return statuses;
    }
    return statuses.stream()
        .map(
            status ->
                status.url().startsWith("self#jumbf")
                    ? new Status(
                        status.code(),
                        status.kind(),
                        JumbfUri.absolute(label.get(), status.url()),
                        status.explanation(),
                        status.ingredient())
                    : status)
        .toList();
  }

  private static boolean addAll(CborValue codes, List<Status> all) {
    for (String name : LISTS) {
      Optional<List<Status>> list =
          codes.asMap().flatMap(map -> map.get(name)).flatMap(Recorded::list);
      if (list.isEmpty()) {
        return false;
      }
      all.addAll(list.get());
    }
    return true;
  }

  private static Optional<List<Status>> list(CborValue value) {
    return value
        .asList()
        .flatMap(
            items -> {
              List<Status> statuses = new ArrayList<>();
              items.forEach(
                  item -> item.asMap().flatMap(Recorded::status).ifPresent(statuses::add));
              return statuses.size() == items.size() ? Optional.of(statuses) : Optional.empty();
            });
  }

  private static Optional<Status> status(CborMap map) {
    return Fields.text(map, "code")
        .map(
            code ->
                new Status(
                    code,
                    StatusCode.kindOf(code),
                    Fields.text(map, "url").orElse(""),
                    Fields.text(map, "explanation").orElse(""),
                    Optional.empty()));
  }
}
