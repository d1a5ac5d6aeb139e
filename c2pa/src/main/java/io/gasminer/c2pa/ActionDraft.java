package io.gasminer.c2pa;

import io.gasminer.c2pa.ClaimDraft.Software;
import io.gasminer.c2pa.cbor.CborMap;
import io.gasminer.c2pa.cbor.CborValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Owns one action that a new claim tells of (specification §18.15). Immutable; each method gives
 * another draft.
 *
 * @param name such as {@code c2pa.edited}
 * @param when it was done, to the second
 * @param agent what did it
 * @param digitalSourceType how the result was made, a URL of the IPTC vocabulary
 * @param reason of a redaction, of the specification's list
 * @param parameters of the action's own vocabulary
 * @param ingredients that it was done with
 */
public record ActionDraft(
    String name,
    Optional<Instant> when,
    Optional<Software> agent,
    Optional<String> digitalSourceType,
    Optional<String> reason,
    CborMap parameters,
    List<IngredientDraft> ingredients) {
  static final String CREATED = "c2pa.created";
  static final String OPENED = "c2pa.opened";
  static final String PLACED = "c2pa.placed";
  static final String REDACTED = "c2pa.redacted";

  public ActionDraft {
    ingredients = List.copyOf(ingredients);
  }

  /** An action by its name alone. */
  public static ActionDraft of(String name) {
    return new ActionDraft(
        name,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        CborValue.map(),
        List.of());
  }

  /** The asset came to be. */
  public static ActionDraft created(String digitalSourceType) {
    return of(CREATED).withSourceType(digitalSourceType);
  }

  /** The asset was opened from its parent, to be edited. */
  public static ActionDraft opened(IngredientDraft parent) {
    return of(OPENED).with(parent);
  }

  /** A component became part of the asset. */
  public static ActionDraft placed(IngredientDraft component) {
    return of(PLACED).with(component);
  }

  /** The same, done at that time. */
  public ActionDraft at(Instant time) {
    return new ActionDraft(
        name, Optional.of(time), agent, digitalSourceType, reason, parameters, ingredients);
  }

  /** The same, done by that program. */
  public ActionDraft by(Software software) {
    return new ActionDraft(
        name, when, Optional.of(software), digitalSourceType, reason, parameters, ingredients);
  }

  /** The same with a digital source type. */
  public ActionDraft withSourceType(String url) {
    return new ActionDraft(name, when, agent, Optional.of(url), reason, parameters, ingredients);
  }

  /** The same for a reason. */
  public ActionDraft because(String text) {
    return new ActionDraft(
        name, when, agent, digitalSourceType, Optional.of(text), parameters, ingredients);
  }

  /** The same with a parameter, whose key must be new. */
  public ActionDraft withParameter(String key, String value) {
    return withParameter(key, CborValue.of(value));
  }

  /** The same with a parameter, whose key must be new. */
  public ActionDraft withParameter(String key, CborValue value) {
    CborMap more = parameters.with(key, value);
    return new ActionDraft(name, when, agent, digitalSourceType, reason, more, ingredients);
  }

  /** The same with an ingredient that it was done with. */
  public ActionDraft with(IngredientDraft ingredient) {
    List<IngredientDraft> more = new ArrayList<>(ingredients);
    more.add(ingredient);
    return new ActionDraft(name, when, agent, digitalSourceType, reason, parameters, more);
  }

  boolean begins() {
    return name.equals(CREATED) || name.equals(OPENED);
  }
}
