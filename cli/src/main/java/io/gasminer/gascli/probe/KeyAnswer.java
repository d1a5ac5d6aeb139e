package io.gasminer.gascli.probe;

import java.util.Optional;

/**
 * What asking about a key came to. Each reason is what the provider did, as in {@code answered 401:
 * Incorrect API key}, without the key.
 */
public sealed interface KeyAnswer {
  /** The provider takes the key; with what is left, where it tells. */
  record Accepted(Optional<Balance> left) implements KeyAnswer {}

  /** The provider knows the key and sells nothing for it, as there is no money behind it. */
  record NoCredit(String reason) implements KeyAnswer {}

  /** The provider does not take the key. */
  record Refused(String reason) implements KeyAnswer {}

  /**
   * No provider has such a key: a blank or a letter in it cannot even be sent. Nobody was asked.
   */
  record Malformed() implements KeyAnswer {}

  /**
   * It could not be found out.
   *
   * @param mayPass whether the same question may be answered later
   */
  record Unknown(String reason, boolean mayPass) implements KeyAnswer {}
}
