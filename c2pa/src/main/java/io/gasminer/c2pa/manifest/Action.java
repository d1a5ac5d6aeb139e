package io.gasminer.c2pa.manifest;

import io.gasminer.c2pa.cbor.CborMap;
import io.gasminer.c2pa.cbor.CborValue;
import java.util.List;
import java.util.Optional;

/**
 * Owns one action of an actions assertion (specification §18.15).
 *
 * @param softwareAgent a name, or a map like {@code claim_generator_info}
 * @param ingredient the one of version 1
 * @param ingredients those of version 2
 * @param redacted the URI of what was redacted
 */
public record Action(
    String name,
    Optional<CborValue> softwareAgent,
    Optional<String> digitalSourceType,
    Optional<CborMap> parameters,
    Optional<HashedUri> ingredient,
    Optional<List<HashedUri>> ingredients,
    Optional<String> redacted) {
  private static final List<String> TEXTS = List.of("changed", "reason", "description");

  public Action {
    ingredients = ingredients.map(List::copyOf);
  }

  /** Whether an asset's history may begin with this. */
  public boolean begins() {
    return name.equals("c2pa.created") || name.equals("c2pa.opened");
  }

  /** The ingredients it names: the one of version 1 goes before the list. */
  List<HashedUri> targets() {
    return ingredient.map(List::of).or(() -> ingredients).orElse(List.of());
  }

  /** Reads an action; absent where a field has another type than it must. */
  static Optional<Action> of(CborMap map) {
    Optional<CborValue> agent = map.get("softwareAgent");
    Optional<CborMap> parameters = map.get("parameters").flatMap(CborValue::asMap);
    boolean strange =
        agent.isPresent() && !isAgent(agent.get())
            || map.get("parameters").isPresent() && parameters.isEmpty()
            || !Fields.isTextOrAbsent(map, "digitalSourceType")
            || !TEXTS.stream().allMatch(key -> Fields.isTextOrAbsent(map, key))
            || !parameters.map(Action::readable).orElse(true);
    return strange
        ? Optional.empty()
        : Fields.text(map, "action")
            .map(
                name ->
                    new Action(
                        name,
                        agent,
                        Fields.text(map, "digitalSourceType"),
                        parameters,
                        parameters.flatMap(in -> HashedUri.of(in, "ingredient")),
                        parameters.flatMap(in -> in.get("ingredients")).flatMap(HashedUri::listOf),
                        parameters.flatMap(in -> Fields.text(in, "redacted"))));
  }

  private static boolean isAgent(CborValue agent) {
    return agent.asText().isPresent()
        || agent.asMap().flatMap(map -> Fields.text(map, "name")).isPresent();
  }

  private static boolean readable(CborMap parameters) {
    boolean one =
        parameters.get("ingredient").isEmpty()
            || HashedUri.of(parameters, "ingredient").isPresent();
    boolean several =
        parameters.get("ingredients").isEmpty()
            || parameters.get("ingredients").flatMap(HashedUri::listOf).isPresent();
    return one
        && several
        && Fields.isTextOrAbsent(parameters, "redacted")
        && Fields.isTextOrAbsent(parameters, "description");
  }
}
