package io.gasminer.miner.store;

import java.nio.file.Path;
import java.util.Optional;

/** Owns the opening of the store that the configuration names. */
public final class Stores {
  private Stores() {}

  /**
   * Opens the store and brings its tables up to date.
   *
   * @param databaseUrl a PostgreSQL address ({@code jdbc:postgresql:…}), or empty for SQLite
   * @param stateDir where SQLite and its media live; only its owner may enter it
   * @param mostWaiting how many accepted tasks may wait for their start
   */
  public static StoreOpening open(Optional<String> databaseUrl, Path stateDir, long mostWaiting) {
    return databaseUrl.isPresent()
        ? PostgresStore.open(databaseUrl.get(), mostWaiting)
        : SqliteStore.open(stateDir, mostWaiting);
  }
}
