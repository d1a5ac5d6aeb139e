package io.gasminer.c2pa.manifest;

import io.gasminer.c2pa.cbor.CborMap;
import io.gasminer.c2pa.cbor.CborValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Owns an actions assertion.
 *
 * @param icons of software agents and templates
 */
public record Actions(List<Action> list, List<HashedUri> icons) {
  public Actions {
    list = List.copyOf(list);
    icons = List.copyOf(icons);
  }

  /** Reads an assertion; absent where it is no list of actions. */
  public static Optional<Actions> of(Assertion assertion) {
    return assertion
        .map()
        .flatMap(
            map ->
                map.get("actions")
                    .flatMap(CborValue::asList)
                    .flatMap(Actions::actions)
                    .map(actions -> new Actions(actions, icons(map))));
  }

  private static Optional<List<Action>> actions(List<CborValue> items) {
    List<Action> actions = new ArrayList<>();
    items.forEach(item -> item.asMap().flatMap(Action::of).ifPresent(actions::add));
    return actions.size() == items.size() ? Optional.of(actions) : Optional.empty();
  }

  private static List<HashedUri> icons(CborMap map) {
    List<HashedUri> icons = new ArrayList<>();
    for (String key : List.of("softwareAgents", "templates")) {
      for (CborValue item : map.get(key).flatMap(CborValue::asList).orElse(List.of())) {
        item.asMap().flatMap(one -> HashedUri.of(one, "icon")).ifPresent(icons::add);
      }
    }
    return icons;
  }
}
