package io.gasminer.c2pa;

import io.gasminer.c2pa.ClaimDraft.Software;
import io.gasminer.c2pa.ClaimDraft.Version;
import io.gasminer.c2pa.cbor.CborMap;
import io.gasminer.c2pa.cbor.CborValue;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Owns the content of the actions assertion of a new manifest (specification §18.15). */
final class ActionContent {
  private static final long DATE_TAG = 0;

  private final Version version;
  private final Map<IngredientDraft, CborMap> ingredients;

  /** Actions refer to ingredients by those hashed URIs. */
  ActionContent(Version version, Map<IngredientDraft, CborMap> ingredients) {
    this.version = version;
    this.ingredients = ingredients;
  }

  static AssertionDraft assertion(ClaimDraft draft, Map<IngredientDraft, CborMap> ingredients) {
    ActionContent content = new ActionContent(draft.version(), ingredients);
    List<CborMap> actions = new ArrayList<>();
    draft.actions().forEach(action -> actions.add(content.of(action)));
    draft.ingredients().stream()
        .flatMap(ingredient -> ingredient.redactions().stream())
        .map(ActionContent::redacted)
        .forEach(action -> actions.add(content.of(action)));
    String label = draft.version() == Version.FIRST ? "c2pa.actions" : "c2pa.actions.v2";
    return AssertionDraft.cbor(label, CborValue.map().with("actions", CborValue.array(actions)));
  }

  private static ActionDraft redacted(IngredientDraft.Redaction redaction) {
    return ActionDraft.of(ActionDraft.REDACTED)
        .because(redaction.reason())
        .withParameter("redacted", redaction.uri());
  }

  private CborMap of(ActionDraft action) {
    CborMap map = CborValue.map().with("action", CborValue.of(action.name()));
    if (action.when().isPresent()) {
      String time = action.when().get().truncatedTo(ChronoUnit.SECONDS).toString();
      map = map.with("when", CborValue.tag(DATE_TAG, CborValue.of(time)));
    }
    if (action.agent().isPresent()) {
      map = map.with("softwareAgent", agent(action.agent().get()));
    }
    if (action.digitalSourceType().isPresent()) {
      map = map.with("digitalSourceType", CborValue.of(action.digitalSourceType().get()));
    }
    if (action.reason().isPresent()) {
      map = map.with("reason", CborValue.of(action.reason().get()));
    }
    CborMap parameters = parameters(action);
    return parameters.entries().isEmpty() ? map : map.with("parameters", parameters);
  }

  private CborValue agent(Software agent) {
    return version == Version.FIRST
        ? CborValue.of(ClaimContent.asText(agent))
        : ClaimContent.asMap(agent);
  }

  /** Version 1 has place for one ingredient. */
  private CborMap parameters(ActionDraft action) {
    List<CborMap> named =
        action.ingredients().stream()
            .map(ingredients::get)
            .filter(CborMap.class::isInstance)
            .toList();
    if (named.isEmpty()) {
      return action.parameters();
    }
    return version == Version.FIRST
        ? action.parameters().with("ingredient", named.getFirst())
        : action.parameters().with("ingredients", CborValue.array(named));
  }
}
