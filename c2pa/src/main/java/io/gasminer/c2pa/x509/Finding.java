package io.gasminer.c2pa.x509;

/**
 * Owns one status of a validation: its code after the C2PA specification §15.2 and the words that
 * the validators' reader has for it.
 */
public record Finding(Kind kind, String code, String explanation) {
  /** Which of the three lists of the validation results it belongs to. */
  public enum Kind {
    SUCCESS,
    INFORMATIONAL,
    FAILURE
  }

  /** Something that holds. */
  public static Finding success(String code, String explanation) {
    return new Finding(Kind.SUCCESS, code, explanation);
  }

  /** Something that neither helps nor harms. */
  public static Finding informational(String code, String explanation) {
    return new Finding(Kind.INFORMATIONAL, code, explanation);
  }

  /** Something that does not hold. */
  public static Finding failure(String code, String explanation) {
    return new Finding(Kind.FAILURE, code, explanation);
  }
}
