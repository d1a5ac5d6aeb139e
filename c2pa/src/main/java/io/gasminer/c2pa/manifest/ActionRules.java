package io.gasminer.c2pa.manifest;

import io.gasminer.c2pa.cbor.CborValue;
import io.gasminer.c2pa.manifest.Ingredient.Relationship;
import io.gasminer.c2pa.status.StatusCode;
import io.gasminer.c2pa.status.StatusLog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Owns the rules on actions (specification §18.15.4.7). Of claims of version 1 only the number of
 * assertions is checked, as the validators' reader does unless told to be strict.
 */
final class ActionRules {
  private final Manifest manifest;
  private final Scope scope;
  private final StatusLog log;
  private final Map<String, Relationship> relationships;

  ActionRules(Manifest manifest, Scope scope) {
    this.manifest = manifest;
    this.scope = scope;
    this.log = scope.log();
    this.relationships = relationships(manifest);
  }

  /** Reads actions that must be readable. */
  static Actions actions(Assertion assertion) throws Unreadable {
    return Actions.of(assertion).orElseThrow(() -> new Unreadable("actions that cannot be read"));
  }

  void check() throws Unreadable {
    List<Assertion> all = manifest.all("c2pa.actions");
    if (manifest.claim().version() == 1) {
      if (all.size() > 1) {
        malformed(manifest.label(), "only one action assertion allowed for v1 claims");
      }
      return;
    }
    for (Assertion assertion : all) {
      if (Actions.of(assertion).map(actions -> actions.list().isEmpty()).orElse(false)) {
        malformed(manifest.uriOf(assertion), "Actions missing action array");
        throw new Unreadable("an actions assertion without actions");
      }
    }
    Optional<Assertion> beginning = beginning(all);
    if (beginning.isEmpty() && !manifest.update()) {
      malformed(manifest.label(), "first action must be created or opened");
    }
    for (int i = 0; i < all.size(); i++) {
      Assertion assertion = all.get(i);
      Actions actions = actions(assertion);
      Icons.check(manifest, actions.icons(), log);
      boolean elsewhere =
          beginning.isPresent() && !beginning.get().label().equals(assertion.label());
      for (Action action : actions.list()) {
        check(action, manifest.uriOf(assertion), elsewhere, i != 0);
      }
    }
  }

  /** The first assertion of the created ones, or else of the gathered, if it begins a history. */
  private static Optional<Assertion> beginning(List<Assertion> all) throws Unreadable {
    Optional<Assertion> beginning = Optional.empty();
    for (Assertion.Origin origin : List.of(Assertion.Origin.CREATED, Assertion.Origin.GATHERED)) {
      Optional<Assertion> first =
          all.stream().filter(assertion -> assertion.origin() == origin).findFirst();
      if (first.isPresent()) {
        List<Action> actions = actions(first.get()).list();
        if (!actions.isEmpty() && actions.getFirst().begins()) {
          beginning = first;
        }
      }
    }
    return beginning;
  }

  private void check(Action action, String url, boolean elsewhere, boolean later) {
    if (action.name().isEmpty()) {
      malformed(url, "action must have an action");
    }
    if (action.begins() && elsewhere) {
      malformed(url, "only first action can be created or opened");
    }
    if (action.begins() && later) {
      malformed(url, "created or opened must be first action");
    }
    if (action.name().equals("c2pa.created")
        && scope.rules().creationNeedsSource()
        && action.digitalSourceType().isEmpty()) {
      malformed(url, "c2pa.created action must have a digitalSourceType");
    }
    switch (action.name()) {
      case "c2pa.opened" -> mustName(action, Relationship.PARENT_OF, url);
      case "c2pa.placed", "c2pa.removed" -> mustName(action, Relationship.COMPONENT_OF, url);
      case "c2pa.transcoded", "c2pa.repackaged" -> mayName(action, url);
      case "c2pa.redacted" -> redacted(action, url);
      default -> {
        // No rule.
      }
    }
    action
        .softwareAgent()
        .flatMap(CborValue::asMap)
        .flatMap(agent -> HashedUri.of(agent, "icon"))
        .ifPresent(icon -> Icons.check(manifest, List.of(icon), log));
  }

  private void mustName(Action action, Relationship relationship, String url) {
    if (action.parameters().isEmpty()
        || (action.ingredient().isEmpty() && action.ingredients().isEmpty())) {
      mismatch(url, "opened, placed and removed items must have ingredient(s) parameters");
      return;
    }
    if (action.ingredients().map(List::isEmpty).orElse(false)) {
      mismatch(url, "the ingredients parameter must be a non empty array");
    }
    if (!names(action, relationship)) {
      mismatch(
          url,
          "action '%s' must have valid ingredient with %s relationship"
              .formatted(action.name(), relationship.text()));
    }
  }

  private void mayName(Action action, String url) {
    boolean names = action.ingredient().isPresent() || action.ingredients().isPresent();
    if (names && !names(action, Relationship.PARENT_OF)) {
      mismatch(
          url,
          "action '%s' must have valid ingredient with parentOf relationship"
              .formatted(action.name()));
    }
  }

  private boolean names(Action action, Relationship relationship) {
    return action.targets().stream()
        .map(target -> JumbfUri.assertionOf(target.url()))
        .flatMap(Optional::stream)
        .anyMatch(label -> isIngredient(label, relationship));
  }

  private boolean isIngredient(String label, Relationship relationship) {
    return relationship == relationships.get(label);
  }

  private static Map<String, Relationship> relationships(Manifest manifest) {
    Map<String, Relationship> relationships = new HashMap<>();
    for (Assertion assertion : manifest.all("c2pa.ingredient")) {
      Ingredient.of(assertion)
          .ifPresent(
              ingredient -> relationships.put(assertion.label().text(), ingredient.relationship()));
    }
    return relationships;
  }

  private void redacted(Action action, String url) {
    if (action.parameters().isEmpty()) {
      return;
    }
    Optional<Manifest> target =
        action
            .redacted()
            .flatMap(JumbfUri::manifestOf)
            .map(scope.reached()::get)
            .flatMap(Optional::ofNullable);
    if (target.isEmpty()) {
      log.failure(
          StatusCode.ASSERTION_ACTION_REDACTION_MISMATCH,
          url,
          "redaction uri must be a valid reference");
      return;
    }
    String uri = action.redacted().orElseThrow();
    boolean known =
        JumbfUri.assertionOf(uri)
            .filter(
                label ->
                    target.get().claim().assertions().stream()
                            .anyMatch(declared -> declared.url().contains(label))
                        || (uri.contains("c2pa.databoxes")
                            && manifest.claim().redactions().contains(uri)))
            .isPresent();
    if (!known) {
      log.failure(StatusCode.ASSERTION_NOT_REDACTED, url, "The assertion was not redacted");
    }
  }

  private void malformed(String url, String explanation) {
    log.failure(StatusCode.ASSERTION_ACTION_MALFORMED, url, explanation);
  }

  private void mismatch(String url, String explanation) {
    log.failure(StatusCode.ASSERTION_ACTION_INGREDIENT_MISMATCH, url, explanation);
  }
}
