package io.gasminer.c2pa;

import io.gasminer.c2pa.manifest.Action;
import io.gasminer.c2pa.manifest.Actions;
import io.gasminer.c2pa.manifest.Assertion;
import io.gasminer.c2pa.manifest.AssertionJson;
import io.gasminer.c2pa.manifest.Ingredient;
import io.gasminer.c2pa.manifest.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Owns what a report tells of one manifest.
 *
 * @param claimGenerator the text of claims of version 1
 * @param claimGeneratorInfo maps with a name each
 * @param assertions those with data, without hard bindings and ingredients
 * @param actions of all actions assertions
 * @param declared all assertions in the order of the claim, as they lay in the store
 * @param shown false where an assertion cannot be decoded: then nothing is told of the manifest,
 *     not even its signer
 */
public record ManifestReport(
    String label,
    int claimVersion,
    Optional<String> claimGenerator,
    List<JsonNode> claimGeneratorInfo,
    Optional<String> title,
    Optional<String> format,
    String instanceId,
    List<AssertionReport> assertions,
    List<Action> actions,
    List<Ingredient> ingredients,
    List<String> redactions,
    Optional<SignatureSummary> signature,
    List<Assertion> declared,
    boolean shown) {
  /** Hard bindings, but not those of later versions, as the validators' reader has it. */
  private static final Set<String> HIDDEN =
      Set.of("c2pa.hash.data", "c2pa.hash.bmff", "c2pa.hash.boxes");

  /** One assertion: its label without the instance, and its data. */
  public record AssertionReport(String label, int instance, JsonNode data) {}

  public ManifestReport {
    claimGeneratorInfo = List.copyOf(claimGeneratorInfo);
    assertions = List.copyOf(assertions);
    actions = List.copyOf(actions);
    ingredients = List.copyOf(ingredients);
    redactions = List.copyOf(redactions);
    declared = List.copyOf(declared);
  }

  /** The digital source types of all assertions and actions, as they were written. */
  public List<String> digitalSourceTypes() {
    List<String> types = new ArrayList<>();
    for (AssertionReport assertion : assertions) {
      JsonNode type = assertion.data().path("digitalSourceType");
      if (type.isString()) {
        types.add(type.stringValue());
      }
    }
    actions.forEach(action -> action.digitalSourceType().ifPresent(types::add));
    return types;
  }

  static ManifestReport of(Manifest manifest, Optional<SignatureSummary> signature) {
    List<AssertionReport> assertions = new ArrayList<>();
    List<Action> actions = new ArrayList<>();
    List<Ingredient> ingredients = new ArrayList<>();
    for (Assertion assertion : manifest.declared()) {
      if (assertion.is("c2pa.ingredient")) {
        Ingredient.of(assertion).ifPresent(ingredients::add);
      } else if (!HIDDEN.contains(assertion.label().raw())) {
        AssertionJson.of(assertion)
            .map(data -> new AssertionReport(nameOf(assertion), assertion.label().instance(), data))
            .ifPresent(assertions::add);
      }
      if (assertion.is("c2pa.actions")) {
        Actions.of(assertion).ifPresent(found -> actions.addAll(found.list()));
      }
    }
    return new ManifestReport(
        manifest.label(),
        manifest.claim().version(),
        manifest.claim().generator(),
        manifest.claim().generatorInfo().stream().map(info -> AssertionJson.of(info)).toList(),
        manifest.claim().title(),
        manifest.claim().format(),
        manifest.claim().instanceId(),
        assertions,
        actions,
        ingredients,
        manifest.claim().redactions(),
        signature,
        manifest.declared(),
        true);
  }

  /** Actions of version 1 are told as of version 2, as the validators' reader does. */
  private static String nameOf(Assertion assertion) {
    return assertion.is("c2pa.actions") ? "c2pa.actions.v2" : assertion.label().raw();
  }

  /** Nothing but the label. */
  static ManifestReport hidden(String label, int claimVersion) {
    return new ManifestReport(
        label,
        claimVersion,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        false);
  }
}
