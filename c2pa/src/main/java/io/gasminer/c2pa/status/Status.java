package io.gasminer.c2pa.status;

import java.util.Optional;

/**
 * Owns one finding of validation.
 *
 * @param code of the specification, see {@link StatusCode}
 * @param url the JUMBF URI of what was looked at
 * @param explanation for people
 * @param ingredient the URI of the ingredient assertion through which the finding was reached;
 *     absent for the active manifest
 */
public record Status(
    String code, Kind kind, String url, String explanation, Optional<String> ingredient) {

  /** Whether both say the same of the same thing, in whatever words. */
  public boolean saysTheSameAs(Status other) {
    return code.equals(other.code) && url.equals(other.url) && kind == other.kind;
  }
}
