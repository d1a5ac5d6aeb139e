package io.gasminer.c2pa.manifest;

import java.util.List;
import java.util.Optional;

/**
 * Owns the reading and building of {@code self#jumbf=} URIs (specification §8.4.1). What is no such
 * URI gives an absence, never an error.
 */
public final class JumbfUri {
  private static final String PREFIX = "self#jumbf=";
  private static final String STORE = "c2pa";
  private static final String ASSERTIONS = "c2pa.assertions";
  private static final String DATA_BOXES = "c2pa.databoxes";

  private JumbfUri() {}

  /** The URI of a manifest. */
  public static String manifest(String label) {
    return PREFIX + "/" + STORE + "/" + label;
  }

  /** The URI of an assertion. */
  public static String assertion(String manifest, String assertion) {
    return manifest(manifest) + "/" + ASSERTIONS + "/" + assertion;
  }

  /** The URI of a claim signature. */
  public static String signature(String manifest) {
    return manifest(manifest) + "/c2pa.signature";
  }

  /** The URI, made absolute within a manifest when it is relative. */
  public static String absolute(String manifest, String uri) {
    return manifestOf(uri).isPresent() ? uri : manifest(manifest) + "/" + path(uri);
  }

  /** The label of the manifest that an absolute URI names. */
  public static Optional<String> manifestOf(String uri) {
    List<String> parts = parts(uri);
    return parts.size() > 2 && parts.get(1).equals(STORE)
        ? Optional.of(parts.get(2))
        : Optional.empty();
  }

  /** The label of the assertion or data box that the URI names. */
  public static Optional<String> assertionOf(String uri) {
    List<String> parts = parts(uri);
    if (parts.size() > 4
        && parts.get(1).equals(STORE)
        && (parts.get(3).equals(ASSERTIONS) || parts.get(3).equals(DATA_BOXES))) {
      return Optional.of(parts.get(4));
    }
    return parts.size() > 1 && parts.getFirst().equals(ASSERTIONS)
        ? Optional.of(parts.get(1))
        : Optional.empty();
  }

  /** The last part of the path. */
  public static String lastOf(String uri) {
    return parts(uri).getLast();
  }

  private static List<String> parts(String uri) {
    return List.of(path(uri).split("/", -1));
  }

  private static String path(String uri) {
    String[] halves = uri.split("=", -1);
    String path = halves.length == 1 ? halves[0] : halves[1];
    return path.startsWith(STORE + "/") ? "/" + path : path;
  }
}
