package io.gasminer.c2pa.manifest;

import io.gasminer.c2pa.cbor.CborMap;
import io.gasminer.c2pa.cbor.CborText;
import io.gasminer.c2pa.status.Status;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Owns an ingredient assertion of version 1, 2 or 3 (specification §18.16).
 *
 * @param manifest the ingredient's active manifest in this store
 * @param signature its signature box, of version 3
 * @param validated whether version 3 says how it was validated when it was added
 * @param recorded what was found when it was added, URIs made absolute
 */
public record Ingredient(
    int version,
    Relationship relationship,
    Optional<String> title,
    Optional<String> format,
    Optional<String> instanceId,
    Optional<HashedUri> manifest,
    Optional<HashedUri> signature,
    boolean validated,
    List<Status> recorded) {
  private static final Set<String> FIRST =
      Set.of(
          "dc:title",
          "dc:format",
          "documentID",
          "instanceID",
          "relationship",
          "c2pa_manifest",
          "thumbnail",
          "validationStatus",
          "metadata");
  private static final Set<String> SECOND =
      Set.of(
          "dc:title",
          "dc:format",
          "relationship",
          "documentID",
          "instanceID",
          "data",
          "data_types",
          "c2pa_manifest",
          "thumbnail",
          "validationStatus",
          "description",
          "informational_URI",
          "metadata");
  private static final Set<String> THIRD =
      Set.of(
          "dc:title",
          "dc:format",
          "relationship",
          "validationResults",
          "instanceID",
          "data",
          "dataTypes",
          "activeManifest",
          "claimSignature",
          "thumbnail",
          "description",
          "informationalURI",
          "softBindingsMatched",
          "softBindingAlgorithmsMatched",
          "metadata");

  /** How the ingredient was used. */
  public enum Relationship {
    PARENT_OF("parentOf"),
    COMPONENT_OF("componentOf"),
    INPUT_TO("inputTo");

    private final String text;

    Relationship(String text) {
      this.text = text;
    }

    /** As the assertion has it. */
    public String text() {
      return text;
    }

    static Optional<Relationship> of(String text) {
      for (Relationship each : values()) {
        if (each.text.equals(text)) {
          return Optional.of(each);
        }
      }
      return Optional.empty();
    }
  }

  public Ingredient {
    recorded = List.copyOf(recorded);
  }

  /** Whether this is the asset's parent. */
  public boolean isParent() {
    return relationship == Relationship.PARENT_OF;
  }

  /** Whether this went into the making of the asset and is no part of it. */
  public boolean isInput() {
    return relationship == Relationship.INPUT_TO;
  }

  /** Reads an assertion; absent where it is no ingredient of a known version. */
  public static Optional<Ingredient> of(Assertion assertion) {
    int version = assertion.label().version();
    Set<String> allowed =
        switch (version) {
          case 1 -> FIRST;
          case 2 -> SECOND;
          case 3 -> THIRD;
          default -> Set.of();
        };
    return assertion
        .map()
        .filter(map -> Fields.onlyKeys(map, allowed))
        .filter(map -> complete(map, version))
        .flatMap(map -> of(map, version));
  }

  private static boolean complete(CborMap map, int version) {
    boolean described =
        Fields.text(map, "dc:title").isPresent() && Fields.text(map, "dc:format").isPresent();
    return switch (version) {
      case 1 -> described && Fields.text(map, "instanceID").isPresent();
      case 2 -> described;
      default -> true;
    };
  }

  private static Optional<Ingredient> of(CborMap map, int version) {
    Optional<HashedUri> manifest =
        HashedUri.of(map, version == 3 ? "activeManifest" : "c2pa_manifest");
    Optional<List<Status>> recorded = version == 3 ? Recorded.results(map) : Recorded.statuses(map);
    List<Status> statuses =
        Recorded.within(manifest.map(HashedUri::url), recorded.orElse(List.of()));
    return map.get("relationship")
        .flatMap(value -> value instanceof CborText text ? Relationship.of(text.value()) : none())
        .map(
            relationship ->
                new Ingredient(
                    version,
                    relationship,
                    Fields.text(map, "dc:title"),
                    Fields.text(map, "dc:format"),
                    Fields.text(map, "instanceID"),
                    manifest,
                    version == 3 ? HashedUri.of(map, "claimSignature") : Optional.empty(),
                    recorded.isPresent(),
                    statuses));
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }
}
