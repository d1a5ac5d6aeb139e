package io.gasminer.gascli.trust;

import io.gasminer.c2pa.x509.Certificate;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Owns the file of the lists that were fetched, readable by its user alone, and the one before it.
 * Both lists lie in one file, so that they change together.
 */
public record KeptLists(Path file) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final long LARGEST = 16L * 1024 * 1024;

  /** What reading the file ended in. */
  public sealed interface Reading {
    /** The lists; those that are not among them are the ones that come with the miner. */
    record Held(Map<OfficialList, KeptList> lists) implements Reading {
      public Held {
        lists = Map.copyOf(lists);
      }
    }

    /** The file cannot be used; says why and what to do. */
    record Damaged(String problem) implements Reading {}
  }

  /** The file of this user: under XDG_CONFIG_HOME, otherwise ~/.config. */
  public static KeptLists ofThisUser() {
    Optional<Path> told =
        Optional.ofNullable(System.getProperty("gasminer.config"))
            .map(Path::of)
            .or(
                () ->
                    Optional.ofNullable(System.getenv("XDG_CONFIG_HOME"))
                        .filter(text -> !text.isBlank())
                        .map(text -> Path.of(text, "gas-miner")));
    Path folder =
        told.orElseGet(() -> Path.of(System.getProperty("user.home", "."), ".config", "gas-miner"));
    return new KeptLists(folder.resolve("c2pa-trust.json"));
  }

  /** The lists in force. */
  public Reading read() {
    if (!Files.exists(file)) {
      return new Reading.Held(Map.of());
    }
    try {
      if (Files.size(file) > LARGEST) {
        return damaged("it is larger than 16 MiB");
      }
      return new Reading.Held(lists(JSON.readTree(Files.readString(file))));
    } catch (IOException unreadable) {
      return damaged(unreadable.toString());
    } catch (JacksonException | IllegalArgumentException | DateTimeParseException malformed) {
      return damaged("it is not what 'trust update' writes");
    }
  }

  /**
   * Puts these in force and keeps the ones before beside them.
   *
   * @throws IOException when the folder cannot be written; then nothing has changed
   */
  public void write(Map<OfficialList, KeptList> lists) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json(lists)));
    if (Files.exists(file)) {
      // A copy, so that there is a list in force at every instant.
      Path copy = file.resolveSibling(file.getFileName() + ".copy");
      Files.copy(
          file, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
      move(copy, previous());
    }
    move(fresh, file);
  }

  /** What undoing an update ended in. */
  public enum Undone {
    /** The lists of the update before are in force again. */
    PREVIOUS,
    /** There was one update, so the lists that come with the miner are in force again. */
    BUILT_IN,
    /** There was no update. */
    NOTHING
  }

  /**
   * Brings the lists before the last update back; what the update had brought is gone.
   *
   * @throws IOException when the folder cannot be written
   */
  public Undone undo() throws IOException {
    if (Files.exists(previous())) {
      move(previous(), file);
      return Undone.PREVIOUS;
    }
    return Files.deleteIfExists(file) ? Undone.BUILT_IN : Undone.NOTHING;
  }

  /** Where the lists before the last update lie. */
  public Path previous() {
    return file.resolveSibling(file.getFileName() + ".previous");
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException oddFileSystem) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Reading damaged(String why) {
    return new Reading.Damaged(
        file
            + " cannot be used ("
            + why
            + "), so it is not known whom C2PA trusts today. Next step: 'gascli trust update'"
            + " writes it anew, 'gascli trust update --undo' goes back to the lists before.");
  }

  private static ObjectNode json(Map<OfficialList, KeptList> lists) {
    ObjectNode json = JSON.createObjectNode();
    lists.forEach(
        (name, list) -> {
          ObjectNode node =
              json.putObject(name.title())
                  .put("source", list.source())
                  .put("fetched", list.fetched().toString());
          ArrayNode certificates = node.putArray("certificates");
          list.certificates()
              .forEach(one -> certificates.add(Base64.getEncoder().encodeToString(one.der())));
        });
    return json;
  }

  private static Map<OfficialList, KeptList> lists(JsonNode json) {
    Map<OfficialList, KeptList> lists = new EnumMap<>(OfficialList.class);
    for (OfficialList name : OfficialList.values()) {
      JsonNode node = json.path(name.title());
      if (node.isObject()) {
        List<Certificate> certificates = new ArrayList<>();
        for (JsonNode text : node.path("certificates")) {
          byte[] der = Base64.getDecoder().decode(text.asString(""));
          certificates.add(
              Certificate.parse(der)
                  .orElseThrow(() -> new IllegalArgumentException("no certificate")));
        }
        lists.put(
            name,
            new KeptList(
                node.path("source").asString(""),
                Instant.parse(node.path("fetched").asString("")),
                certificates));
      }
    }
    return lists;
  }
}
