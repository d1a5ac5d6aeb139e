package io.gasminer.c2pa;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Owns what a new claim says: who makes it, what was done, from what, and what else is asserted.
 * Immutable; each method gives another draft.
 *
 * @param generator what makes the claim
 * @param title of the asset, such as a file name
 * @param actions in the order in which they were done
 * @param ingredients those that actions name, and others
 * @param assertions besides actions, ingredients and the hard binding
 */
public record ClaimDraft(
    Version version,
    Software generator,
    Optional<String> title,
    List<ActionDraft> actions,
    List<IngredientDraft> ingredients,
    List<AssertionDraft> assertions,
    Binding binding) {
  /** Media that a trained model made. */
  public static final String TRAINED_ALGORITHMIC_MEDIA =
      "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

  /** The version of the claim, and with it of its assertions. */
  public enum Version {
    /** As of version 1 of the specification: {@code c2pa.claim}, {@code c2pa.actions}. */
    FIRST,
    /** As of version 2: {@code c2pa.claim.v2}, {@code c2pa.actions.v2}. */
    SECOND
  }

  /** How the claim is bound to its asset. */
  public enum Binding {
    /** As its container has it: by the boxes of ISO base media, otherwise by bytes. */
    USUAL,
    /** By the named parts of a PNG, JPEG or GIF ({@code c2pa.hash.boxes}). */
    BOXES,
    /** By its parent, as an update manifest (specification §11.2.3). */
    PARENT
  }

  /** Owns the name and the version of a program. */
  public record Software(String name, Optional<String> version) {
    /** A program without a version. */
    public static Software of(String name) {
      return new Software(name, Optional.empty());
    }

    /** A program. */
    public static Software of(String name, String version) {
      return new Software(name, Optional.of(version));
    }
  }

  public ClaimDraft {
    actions = List.copyOf(actions);
    ingredients = List.copyOf(ingredients);
    assertions = List.copyOf(assertions);
  }

  /** A claim of version 2 that says nothing yet; its first action must be created or opened. */
  public static ClaimDraft of(Software generator) {
    return new ClaimDraft(
        Version.SECOND,
        generator,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        Binding.USUAL);
  }

  /** The claim of a generator for what its model made. */
  public static ClaimDraft generated(Software generator, Software agent, Instant when) {
    return of(generator)
        .withAction(ActionDraft.created(TRAINED_ALGORITHMIC_MEDIA).by(agent).at(when));
  }

  /** The claim of an editor: the asset was opened from its parent, and what it did follows. */
  public static ClaimDraft edited(Software generator, IngredientDraft parent) {
    return of(generator).withAction(ActionDraft.opened(parent));
  }

  /**
   * An update manifest: the asset stays as it is, and something is said of it anew. Only actions
   * that change no content may be added.
   *
   * @param parent read from the very asset that will be signed
   */
  public static ClaimDraft update(Software generator, IngredientDraft parent) {
    return edited(generator, parent).boundBy(Binding.PARENT);
  }

  /** The same with the model named in the parameters of the first action. */
  public ClaimDraft withModel(String name) {
    List<ActionDraft> changed = new ArrayList<>(actions);
    changed.set(0, changed.getFirst().withParameter("model_name", name));
    return new ClaimDraft(version, generator, title, changed, ingredients, assertions, binding);
  }

  /** The same with a title. */
  public ClaimDraft withTitle(String text) {
    return new ClaimDraft(
        version, generator, Optional.of(text), actions, ingredients, assertions, binding);
  }

  /** The same with one action more, and the ingredients it names. */
  public ClaimDraft withAction(ActionDraft action) {
    ClaimDraft whole = this;
    for (IngredientDraft ingredient : action.ingredients()) {
      whole = whole.ingredients.contains(ingredient) ? whole : whole.withIngredient(ingredient);
    }
    return new ClaimDraft(
        version,
        generator,
        title,
        appended(actions, action),
        whole.ingredients,
        assertions,
        binding);
  }

  /** The same with an ingredient that no action names. */
  public ClaimDraft withIngredient(IngredientDraft ingredient) {
    return new ClaimDraft(
        version, generator, title, actions, appended(ingredients, ingredient), assertions, binding);
  }

  /** The same with one assertion more. */
  public ClaimDraft withAssertion(AssertionDraft assertion) {
    return new ClaimDraft(
        version, generator, title, actions, ingredients, appended(assertions, assertion), binding);
  }

  /** The same as a claim of that version. */
  public ClaimDraft as(Version other) {
    return new ClaimDraft(other, generator, title, actions, ingredients, assertions, binding);
  }

  /** The same, bound to its asset in that way. */
  public ClaimDraft boundBy(Binding other) {
    return new ClaimDraft(version, generator, title, actions, ingredients, assertions, other);
  }

  private static <T> List<T> appended(List<T> list, T item) {
    List<T> longer = new ArrayList<>(list);
    longer.add(item);
    return longer;
  }
}
