package io.gasminer.c2pa.manifest;

import java.util.Optional;

/** Ends a comparison that failed; never leaves the package. */
final class Mismatch extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Optional<String> code;

  Mismatch(String reason) {
    this(Optional.empty(), reason);
  }

  private Mismatch(Optional<String> code, String reason) {
    super(reason, null, false, false);
    this.code = code;
  }

  /** One that has a status code of its own. */
  static Mismatch of(String code, String reason) {
    return new Mismatch(Optional.of(code), reason);
  }

  /** Its own status code, or the one that hashes which differ have. */
  String codeOr(String usual) {
    return code.orElse(usual);
  }
}
