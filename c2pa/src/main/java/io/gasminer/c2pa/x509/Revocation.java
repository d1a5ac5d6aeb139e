package io.gasminer.c2pa.x509;

/** Owns what OCSP responses come to for one signing certificate (specification §15.9). */
public enum Revocation {
  /** A responder that may speak for the issuer says that it holds, at a time that counts. */
  NOT_REVOKED,
  /** A responder that may speak for the issuer says that it was withdrawn. */
  REVOKED,
  /** Nobody who may speak says anything of it: the same as no response. */
  UNTOLD
}
