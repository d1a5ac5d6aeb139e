package io.gasminer.c2pa.status;

/** Owns the three kinds of status. */
public enum Kind {
  SUCCESS,
  INFORMATIONAL,
  FAILURE
}
