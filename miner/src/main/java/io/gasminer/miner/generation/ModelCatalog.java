package io.gasminer.miner.generation;

import io.gasminer.miner.task.Modality;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Owns what is known of every model: the built-in rows, with the operator's in their place.
 *
 * <p>Immutable, thread-safe.
 */
public final class ModelCatalog {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String BUILT_IN = "models.json";
  private static final Pattern MEMBER = Pattern.compile("[\\w./:-]{1,100}");
  private static final long LARGEST_FILE = 4L * 1024 * 1024;

  private final List<CatalogRow> rows;

  private ModelCatalog(List<CatalogRow> rows) {
    this.rows = List.copyOf(rows);
  }

  /** What loading ended in. */
  public sealed interface Outcome {
    /** Every row is in order. */
    record Loaded(ModelCatalog catalog) implements Outcome {}

    /** What is wrong with the operator's file, by row and field. */
    record Problems(List<String> problems) implements Outcome {}
  }

  /** The built-in rows alone. */
  public static ModelCatalog builtIn() {
    List<String> problems = new ArrayList<>();
    ModelCatalog catalog = new ModelCatalog(read(BUILT_IN, builtInText(), problems));
    if (!problems.isEmpty()) {
      throw new IllegalStateException("the built-in catalogue is broken: " + problems);
    }
    return catalog;
  }

  /** The built-in rows; those of the operator's file replace what has the same name. */
  public static Outcome load(Optional<Path> operatorFile) {
    List<String> problems = new ArrayList<>();
    List<CatalogRow> own = operatorFile.map(file -> readFile(file, problems)).orElse(List.of());
    return problems.isEmpty()
        ? new Outcome.Loaded(builtIn().with(own))
        : new Outcome.Problems(problems);
  }

  /** This catalogue and the models of a provider that brings its own; each is a default. */
  public ModelCatalog and(List<ModelCard> brought) {
    List<CatalogRow> all = new ArrayList<>(rows);
    brought.stream()
        .filter(card -> find(card.provider(), card.modality(), card.model()).isEmpty())
        .forEach(
            card ->
                all.add(new CatalogRow(card, true, false, CatalogRow.Terms.from("this miner"))));
    return new ModelCatalog(all);
  }

  /** All rows, in the order in which they are listed. */
  public List<CatalogRow> rows() {
    return rows;
  }

  /** The row of a model; a family's row stands for each of its members. */
  public Optional<CatalogRow> find(String provider, Modality modality, String model) {
    return of(provider, modality).stream()
        .filter(row -> row.card().model().equals(model))
        .findFirst()
        .or(
            () ->
                of(provider, modality).stream()
                    .filter(row -> row.card().isFamily() && model.startsWith(stem(row)))
                    .filter(row -> MEMBER.matcher(model).matches())
                    .max(Comparator.comparingInt(row -> stem(row).length()))
                    .map(row -> row.named(model)));
  }

  /** The model that serves where the operator names none: one that is not shut down by that day. */
  public Optional<ModelCard> standard(String provider, Modality modality, LocalDate today) {
    List<CatalogRow> able = able(provider, modality, today);
    return able.stream()
        .filter(CatalogRow::standard)
        .findFirst()
        .or(() -> able.stream().findFirst())
        .map(CatalogRow::card);
  }

  /** The rows that may serve on that day, families apart (they name no model to ask for). */
  public List<CatalogRow> able(String provider, Modality modality, LocalDate today) {
    return of(provider, modality).stream()
        .filter(row -> row.mayServe() && !row.card().isFamily() && !row.card().endedBy(today))
        .toList();
  }

  private List<CatalogRow> of(String provider, Modality modality) {
    return rows.stream()
        .filter(row -> row.card().provider().equals(provider) && row.card().modality() == modality)
        .toList();
  }

  private static String stem(CatalogRow row) {
    String model = row.card().model();
    return model.substring(0, model.length() - 1);
  }

  private ModelCatalog with(List<CatalogRow> own) {
    Map<String, CatalogRow> byName = new LinkedHashMap<>();
    // The operator's rows come first, so that their default is found before the built-in one.
    own.forEach(row -> byName.put(key(row), row));
    rows.forEach(row -> byName.putIfAbsent(key(row), row));
    return new ModelCatalog(List.copyOf(byName.values()));
  }

  private static String key(CatalogRow row) {
    ModelCard card = row.card();
    return card.provider() + " " + card.modality() + " " + card.model();
  }

  private static List<CatalogRow> readFile(Path file, List<String> problems) {
    String name = "MINER_MODEL_CATALOG (" + file + ")";
    try {
      if (Files.size(file) > LARGEST_FILE) {
        problems.add(name + " is larger than 4 MiB; it is no catalogue");
        return List.of();
      }
      return read(name, Files.readString(file), problems);
    } catch (IOException unreadable) {
      problems.add(
          name
              + " cannot be read ("
              + unreadable.getClass().getSimpleName()
              + "); mend the path or leave it out");
      return List.of();
    }
  }

  private static List<CatalogRow> read(String source, String text, List<String> problems) {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JacksonException notJson) {
      var at = notJson.getLocation();
      problems.add(source + " is not JSON" + (at == null ? "" : " (line " + at.getLineNr() + ")"));
      return List.of();
    }
    JsonNode list = root.isArray() ? root : root.path("models");
    if (!list.isArray()) {
      problems.add(source + " holds no list; write {\"models\": [ … ]}");
      return List.of();
    }
    List<CatalogRow> read = new ArrayList<>();
    int number = 0;
    for (JsonNode row : list.values()) {
      RowReading.read(source, ++number, row, problems).ifPresent(read::add);
    }
    return read;
  }

  private static String builtInText() {
    try (InputStream in = ModelCatalog.class.getResourceAsStream(BUILT_IN)) {
      if (in == null) {
        throw new IllegalStateException("the built-in catalogue is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
