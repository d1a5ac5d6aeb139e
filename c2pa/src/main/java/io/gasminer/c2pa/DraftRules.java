package io.gasminer.c2pa;

import io.gasminer.c2pa.AssertionDraft.Content;
import io.gasminer.c2pa.ClaimDraft.Binding;
import io.gasminer.c2pa.ClaimDraft.Version;
import io.gasminer.c2pa.manifest.Ingredient.Relationship;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Owns the rules that a draft must keep so that readers accept the claim. */
final class DraftRules {
  private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");
  private static final List<String> RESERVED =
      List.of("c2pa.actions", "c2pa.hash.", "c2pa.ingredient", "c2pa.claim", "c2pa.signature");
  private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png");
  private static final Set<String> UPDATE_ACTIONS =
      Set.of("c2pa.edited.metadata", "c2pa.opened", "c2pa.published", "c2pa.redacted");

  private final ClaimDraft draft;

  private DraftRules(ClaimDraft draft) {
    this.draft = draft;
  }

  static void check(ClaimDraft draft) throws CannotSign {
    DraftRules rules = new DraftRules(draft);
    rules.checkActions();
    rules.checkIngredients();
    for (AssertionDraft assertion : draft.assertions()) {
      rules.check(assertion);
    }
    if (draft.binding() == Binding.PARENT) {
      rules.checkUpdate();
    }
  }

  private void checkActions() throws CannotSign {
    List<ActionDraft> actions = draft.actions();
    require(
        draft.version() == Version.FIRST || !actions.isEmpty() && actions.getFirst().begins(),
        "the first action of a claim of version 2 must be c2pa.created or c2pa.opened");
    require(
        actions.stream().filter(ActionDraft::begins).count() <= 1,
        "an asset is created or opened once");
    for (ActionDraft action : actions) {
      require(
          draft.ingredients().containsAll(action.ingredients()),
          "an action names an ingredient that the draft does not have: " + action.name());
      require(
          draft.version() == Version.SECOND || action.ingredients().size() <= 1,
          "an action of version 1 names one ingredient at most: " + action.name());
      switch (action.name()) {
        case ActionDraft.OPENED -> mustName(action, Relationship.PARENT_OF);
        case ActionDraft.PLACED -> mustName(action, Relationship.COMPONENT_OF);
        default -> {
          // No rule.
        }
      }
    }
  }

  private static void mustName(ActionDraft action, Relationship relationship) throws CannotSign {
    require(
        action.ingredients().stream()
            .anyMatch(ingredient -> ingredient.relationship() == relationship),
        action.name() + " must name an ingredient with " + relationship.text());
  }

  private void checkIngredients() throws CannotSign {
    require(
        draft.ingredients().stream().filter(IngredientDraft::isParent).count() <= 1,
        "an asset has one parent at most");
    for (IngredientDraft ingredient : draft.ingredients()) {
      require(
          draft.version() == Version.SECOND
              || ingredient.manifests().stream().noneMatch(CopiedManifest::isSecond),
          "a claim of version 1 cannot have an ingredient with a claim of version 2");
      require(
          ingredient.redactions().isEmpty() || !draft.actions().isEmpty(),
          "a redaction must be told by an action");
    }
  }

  private void check(AssertionDraft assertion) throws CannotSign {
    String label = assertion.label();
    require(
        LABEL.matcher(label).matches() && !label.contains("__"),
        "not the label of an assertion: " + label);
    boolean thumbnail = label.startsWith(AssertionDraft.THUMBNAIL);
    require(
        RESERVED.stream().noneMatch(label::startsWith),
        "the signer itself makes assertions with that label: " + label);
    if (thumbnail) {
      require(
          assertion.content() instanceof Content.File file
              && PICTURES.contains(file.mediaType())
              && label.equals(AssertionDraft.THUMBNAIL),
          "a thumbnail must be a JPEG or a PNG");
    }
    if (label.endsWith(".metadata") && assertion.content() instanceof Content.Json json) {
      require(
          json.value().path("@context").isObject() && !json.value().path("@context").isEmpty(),
          "metadata must have a context: " + label);
    }
  }

  private void checkUpdate() throws CannotSign {
    require(
        draft.ingredients().size() == 1
            && draft.ingredients().getFirst().isParent()
            && draft.ingredients().getFirst().active().isPresent(),
        "an update manifest has its parent's manifest as its one ingredient");
    for (ActionDraft action : draft.actions()) {
      require(
          UPDATE_ACTIONS.contains(action.name()),
          "an update manifest cannot tell of " + action.name());
    }
    require(
        draft.assertions().stream()
            .noneMatch(assertion -> assertion.label().startsWith(AssertionDraft.THUMBNAIL)),
        "an update manifest has no thumbnail");
  }

  private static void require(boolean holds, String otherwise) throws CannotSign {
    if (!holds) {
      throw new CannotSign(otherwise);
    }
  }
}
