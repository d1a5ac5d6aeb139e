package io.gasminer.miner.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Owns the opening of the store that the configuration names. */
public final class Stores {
  private Stores() {}

  /**
   * Claims the state folder, opens the store and brings its tables up to date.
   *
   * @param databaseUrl a PostgreSQL address ({@code jdbc:postgresql:…}), or empty for SQLite
   * @param stateDir of one process alone, whatever the database; SQLite and its media live there,
   *     and only its owner may enter it
   * @param mostWaiting how many accepted tasks may wait for their start
   */
  public static StoreOpening open(Optional<String> databaseUrl, Path stateDir, long mostWaiting) {
    Optional<StateLock> lock;
    try {
      Private.createFolder(stateDir);
      lock = StateLock.claim(stateDir);
    } catch (IOException failed) {
      return new StoreOpening.Refused(
          "the state folder "
              + stateDir
              + " cannot be used ("
              + failed.getClass().getSimpleName()
              + "); make it writable for this user or set MINER_STATE_DIR");
    }
    if (lock.isEmpty()) {
      return new StoreOpening.Refused(
          "the state folder "
              + stateDir
              + " is in use by "
              + StateLock.holder(stateDir)
              + "; stop that one, or set another MINER_STATE_DIR");
    }
    StoreOpening opening =
        databaseUrl.isPresent()
            ? PostgresStore.open(databaseUrl.get(), mostWaiting, lock.get())
            : SqliteStore.open(stateDir, mostWaiting, lock.get());
    if (!(opening instanceof StoreOpening.Opened)) {
      Engine.closeQuietly(lock.get());
    }
    return opening;
  }
}
