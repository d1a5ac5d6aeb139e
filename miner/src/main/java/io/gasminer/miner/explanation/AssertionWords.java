package io.gasminer.miner.explanation;

import io.gasminer.c2pa.manifest.Assertion;
import io.gasminer.c2pa.manifest.AssertionJson;
import io.gasminer.c2pa.manifest.Ingredient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Owns what an assertion says, in a few words for people. */
final class AssertionWords {
  private static final int MOST_ACTIONS = 12;

  private AssertionWords() {}

  static List<String> of(Assertion assertion) {
    if (assertion.content() instanceof Assertion.Content.EmbeddedFile file) {
      return List.of(file.mediaType() + ", " + file.bytes().length + " bytes");
    }
    JsonNode data = AssertionJson.of(assertion).orElseGet(JsonNodeFactory.instance::nullNode);
    return switch (assertion.label().base()) {
      case "c2pa.actions" -> actions(data);
      case "c2pa.ingredient" -> ingredient(assertion);
      case "c2pa.hash.data" -> List.of("binds all bytes but " + exclusions(data) + algorithm(data));
      case "c2pa.hash.bmff" -> List.of("binds all boxes but " + exclusions(data) + algorithm(data));
      case "c2pa.hash.boxes" ->
          List.of("binds " + data.path("boxes").size() + " named parts" + algorithm(data));
      default ->
          OutlineReading.text(data.path("digitalSourceType"))
              .map(type -> List.of(source(type)))
              .orElse(List.of());
    };
  }

  private static String exclusions(JsonNode data) {
    int number = data.path("exclusions").size();
    return number == 1 ? "1 exclusion" : number + " exclusions";
  }

  private static String algorithm(JsonNode data) {
    return OutlineReading.text(data.path("alg")).map(name -> ", " + name).orElse("");
  }

  private static List<String> actions(JsonNode data) {
    List<String> says = new ArrayList<>();
    JsonNode actions = data.path("actions");
    for (JsonNode action : actions) {
      if (says.size() == MOST_ACTIONS) {
        says.add("and " + (actions.size() - MOST_ACTIONS) + " more");
        break;
      }
      says.add(action(action));
    }
    return says;
  }

  private static String action(JsonNode action) {
    String name = action.path("action").asString("an action without a name");
    StringBuilder text =
        new StringBuilder(name.startsWith("c2pa.") ? name.substring("c2pa.".length()) : name);
    agent(action.path("softwareAgent")).ifPresent(agent -> text.append(" with ").append(agent));
    OutlineReading.text(action.path("digitalSourceType"))
        .ifPresent(type -> text.append(": ").append(source(type)));
    OutlineReading.text(action.path("when")).ifPresent(when -> text.append(", ").append(when));
    return text.toString();
  }

  private static Optional<String> agent(JsonNode agent) {
    return OutlineReading.text(agent)
        .or(
            () ->
                OutlineReading.text(agent.path("name"))
                    .map(
                        name ->
                            name
                                + OutlineReading.text(agent.path("version"))
                                    .map(version -> " " + version)
                                    .orElse("")));
  }

  /** The last part of the vocabulary's address says it; what it means for AI is added. */
  private static String source(String type) {
    String last = type.substring(type.lastIndexOf('/') + 1);
    return switch (last) {
      case "trainedAlgorithmicMedia" -> last + " (made by AI)";
      case "compositeWithTrainedAlgorithmicMedia" -> last + " (made in part by AI)";
      default -> last;
    };
  }

  private static List<String> ingredient(Assertion assertion) {
    return Ingredient.of(assertion)
        .map(
            found ->
                String.join(
                    ", ",
                    Stream.of(
                            Optional.of(found.relationship().text()),
                            found.title(),
                            found.format(),
                            found.manifest().isPresent()
                                ? Optional.<String>empty()
                                : Optional.of("without a manifest"))
                        .flatMap(Optional::stream)
                        .toList()))
        .map(List::of)
        .orElse(List.of("cannot be read"));
  }
}
