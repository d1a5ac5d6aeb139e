package io.gasminer.c2pa;

import io.gasminer.c2pa.ClaimDraft.Version;
import io.gasminer.c2pa.ValidationResults.Codes;
import io.gasminer.c2pa.cbor.CborArray;
import io.gasminer.c2pa.cbor.CborMap;
import io.gasminer.c2pa.cbor.CborValue;
import io.gasminer.c2pa.status.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Owns the content of an ingredient assertion of version 2 or 3 (specification §18.16). */
final class IngredientContent {
  private IngredientContent() {}

  static AssertionDraft assertion(IngredientDraft ingredient, Version version) {
    return version == Version.FIRST
        ? AssertionDraft.cbor("c2pa.ingredient.v2", second(ingredient))
        : AssertionDraft.cbor("c2pa.ingredient.v3", third(ingredient));
  }

  private static CborMap second(IngredientDraft ingredient) {
    CborMap map =
        CborValue.map()
            .with("dc:title", CborValue.of(ingredient.title().orElse("untitled")))
            .with("dc:format", CborValue.of(ingredient.format().mime()))
            .with("relationship", CborValue.of(ingredient.relationship().text()));
    List<Status> failures = ingredient.found().map(ValidationResults::failures).orElse(List.of());
    CborMap judged = failures.isEmpty() ? map : map.with("validationStatus", statuses(failures));
    return ingredient
        .active()
        .map(active -> judged.with("c2pa_manifest", active.reference()))
        .orElse(judged);
  }

  private static CborMap third(IngredientDraft ingredient) {
    CborMap map =
        CborValue.map()
            .with("dc:format", CborValue.of(ingredient.format().mime()))
            .with("relationship", CborValue.of(ingredient.relationship().text()));
    CborMap titled =
        ingredient.title().map(title -> map.with("dc:title", CborValue.of(title))).orElse(map);
    Optional<CopiedManifest> active = ingredient.active();
    if (active.isEmpty() || ingredient.found().isEmpty()) {
      return titled;
    }
    CborMap linked =
        titled
            .with("activeManifest", active.get().reference())
            .with("validationResults", results(ingredient.found().get()));
    return active
        .get()
        .signatureReference()
        .map(signature -> linked.with("claimSignature", signature))
        .orElse(linked);
  }

  private static CborMap results(ValidationResults results) {
    CborMap map = CborValue.map().with("activeManifest", codes(results.activeManifest()));
    List<CborMap> deltas = new ArrayList<>();
    results
        .ingredientDeltas()
        .forEach(
            (uri, codes) ->
                deltas.add(
                    CborValue.map()
                        .with("ingredientAssertionURI", CborValue.of(uri))
                        .with("validationDeltas", codes(codes))));
    return deltas.isEmpty() ? map : map.with("ingredientDeltas", CborValue.array(deltas));
  }

  private static CborMap codes(Codes codes) {
    return CborValue.map()
        .with("success", statuses(codes.success()))
        .with("informational", statuses(codes.informational()))
        .with("failure", statuses(codes.failure()));
  }

  private static CborArray statuses(List<Status> statuses) {
    return CborValue.array(
        statuses.stream()
            .map(
                status ->
                    CborValue.map()
                        .with("code", CborValue.of(status.code()))
                        .with("url", CborValue.of(status.url()))
                        .with("explanation", CborValue.of(status.explanation())))
            .toList());
  }
}
