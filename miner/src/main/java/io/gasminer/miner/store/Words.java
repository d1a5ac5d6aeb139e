package io.gasminer.miner.store;

import java.util.Optional;

/** Owns what is said of a database's failures: one line, never with the password in it. */
final class Words {
  private static final int LONGEST = 300;
  private final Optional<String> password;

  Words(Optional<String> password) {
    this.password = password.filter(secret -> !secret.isEmpty());
  }

  String of(Throwable failure) {
    String message = Optional.ofNullable(failure.getMessage()).orElse("no reason given");
    String line = message.replaceAll("\\s+", " ").strip();
    String clean = password.map(secret -> line.replace(secret, "•••")).orElse(line);
    return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
  }
}
