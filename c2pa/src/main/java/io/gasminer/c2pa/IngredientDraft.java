package io.gasminer.c2pa;

import io.gasminer.c2pa.asset.Container;
import io.gasminer.c2pa.asset.Located;
import io.gasminer.c2pa.asset.MediaType;
import io.gasminer.c2pa.asset.Source;
import io.gasminer.c2pa.manifest.Ingredient.Relationship;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Owns an asset that a new one was made from: its manifests, which are copied into the new store,
 * and what was found when it was read. The asset itself is not kept. Immutable; each draft is equal
 * to itself alone.
 */
public final class IngredientDraft {
  private final Relationship relationship;
  private final MediaType format;
  private final Optional<String> title;
  private final List<CopiedManifest> manifests;
  private final Optional<ValidationResults> found;
  private final List<Redaction> redactions;

  /** Owns an assertion of the ingredient's active manifest that is taken out. */
  record Redaction(String uri, String reason) {}

  private IngredientDraft(
      Relationship relationship,
      MediaType format,
      Optional<String> title,
      List<CopiedManifest> manifests,
      Optional<ValidationResults> found,
      List<Redaction> redactions) {
    this.relationship = relationship;
    this.format = format;
    this.title = title;
    this.manifests = List.copyOf(manifests);
    this.found = found;
    this.redactions = List.copyOf(redactions);
  }

  /**
   * Reads a file, whose name becomes the title.
   *
   * @param reader whose verdict is recorded
   * @throws CannotSign when the file has manifests that cannot be read
   */
  public static IngredientDraft of(Relationship relationship, Path file, C2paReader reader)
      throws IOException, CannotSign {
    try (Source source = Source.open(file)) {
      IngredientDraft draft = of(relationship, source, reader);
      return Optional.ofNullable(file.getFileName())
          .map(name -> draft.withTitle(name.toString()))
          .orElse(draft);
    }
  }

  /**
   * Reads an asset in memory.
   *
   * @param reader whose verdict is recorded
   * @throws CannotSign when the asset has manifests that cannot be read
   */
  public static IngredientDraft of(Relationship relationship, byte[] asset, C2paReader reader)
      throws CannotSign {
    try (Source source = Source.of(asset)) {
      return of(relationship, source, reader);
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading from memory failed", impossible);
    }
  }

  private static IngredientDraft of(Relationship relationship, Source source, C2paReader reader)
      throws IOException, CannotSign {
    MediaType format = MediaType.of(source);
    Optional<Container> container = format.container();
    Located located = container.isPresent() ? container.get().locate(source) : new Located.None();
    List<CopiedManifest> manifests =
        located instanceof Located.Store store ? CopiedManifest.allOf(store.bytes()) : List.of();
    Optional<ValidationResults> found =
        switch (reader.read(source)) {
          case ReadResult.Report(var report) -> Optional.of(report.results());
          case ReadResult.NoManifest none -> Optional.empty();
          case ReadResult.Unreadable(String reason) ->
              throw new CannotSign("the ingredient's manifests cannot be read: " + reason);
        };
    return new IngredientDraft(relationship, format, Optional.empty(), manifests, found, List.of());
  }

  /** The same with that title. */
  public IngredientDraft withTitle(String text) {
    return new IngredientDraft(
        relationship, format, Optional.of(text), manifests, found, redactions);
  }

  /**
   * The same without one assertion of its active manifest, and an action {@code c2pa.redacted} in
   * the new claim that says so.
   *
   * @param assertion its label with the instance
   * @param reason of the specification's list, such as {@code c2pa.PII.present}
   * @throws CannotSign when there is no such assertion, or it may not be taken out
   */
  public IngredientDraft redacting(String assertion, String reason) throws CannotSign {
    if (manifests.isEmpty()) {
      throw new CannotSign("an ingredient without a manifest has no assertion to redact");
    }
    List<CopiedManifest> changed = new ArrayList<>(manifests);
    CopiedManifest active = changed.removeLast();
    changed.add(active.without(assertion));
    List<Redaction> more = new ArrayList<>(redactions);
    more.add(new Redaction(active.uriOf(assertion), reason));
    return new IngredientDraft(relationship, format, title, changed, found, more);
  }

  Relationship relationship() {
    return relationship;
  }

  boolean isParent() {
    return relationship == Relationship.PARENT_OF;
  }

  MediaType format() {
    return format;
  }

  Optional<String> title() {
    return title;
  }

  /** The manifests of its store in their order; none when it has no store. */
  List<CopiedManifest> manifests() {
    return manifests;
  }

  Optional<CopiedManifest> active() {
    return manifests.isEmpty() ? Optional.empty() : Optional.of(manifests.getLast());
  }

  Optional<ValidationResults> found() {
    return found;
  }

  List<Redaction> redactions() {
    return redactions;
  }
}
