package io.gasminer.miner.store;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.gasminer.miner.task.StoreUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Owns the opening of SQLite: one connection that writes, some that read, one process.
 *
 * <p>Write-ahead log; what the store commits is synced before it is promised. db-scheduler's own
 * bookkeeping uses the same connection without the sync.
 */
final class SqliteStore {
  private static final int READERS = 4;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private SqliteStore() {}

  static StoreOpening open(Path folder, long mostWaiting, StateLock lock) {
    Path media = folder.resolve("media");
    Path file = folder.resolve("tasks.db");
    try {
      Private.createFolder(media);
      Private.createFile(file);
    } catch (IOException failed) {
      return new StoreOpening.Refused(
          "the state folder "
              + folder
              + " cannot be written ("
              + failed.getClass().getSimpleName()
              + "); make what is in it writable for this user or set MINER_STATE_DIR");
    }
    HikariDataSource writing = pool(file, "writer", 1, "PRAGMA wal_autocheckpoint = 4000");
    HikariDataSource reading = pool(file, "reader", READERS, "PRAGMA query_only = ON");
    try {
      Schema.migrate(writing, "sqlite");
      SqlTaskStore store =
          new SqlTaskStore(
              engine(writing, reading, media, mostWaiting, List.of(reading, writing, lock)));
      store.releaseSteps(Optional.empty());
      return new StoreOpening.Opened(store);
    } catch (FlywayException
        | StoreUnavailable
        | com.zaxxer.hikari.pool.HikariPool.PoolInitializationException failed) {
      List.of(reading, writing).forEach(Engine::closeQuietly);
      return new StoreOpening.Unavailable(
          "the database "
              + file
              + " cannot be opened: "
              + new Words(Optional.empty()).of(failed)
              + ". Look at disk space; a damaged file can be moved away at the price of its tasks");
    }
  }

  private static Engine engine(
      HikariDataSource writing,
      HikariDataSource reading,
      Path media,
      long mostWaiting,
      List<AutoCloseable> resources) {
    Words words = new Words(Optional.empty());
    JdbcCustomization dialect = new SqliteLockAndFetch();
    GroupCommit writer =
        new GroupCommit(
            ConnectionSource.prepared(writing, "PRAGMA synchronous = FULL"),
            dialect,
            new Waiting(Optional.empty()),
            new Accepting(mostWaiting),
            words);
    Reading reader = new Reading(reading, words);
    FileVault vault = new FileVault(media, writer, reader);
    vault.removeOrphans();
    return new Engine(
        writer,
        reader,
        vault,
        new Schedules(
            ConnectionSource.prepared(writing, "PRAGMA synchronous = NORMAL"), dialect, false),
        resources);
  }

  private static HikariDataSource pool(Path file, String name, int size, String setUp) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout((int) LONGEST_WAIT.toMillis());
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("sqlite-" + name);
    pool.setDataSource(source);
    pool.setMaximumPoolSize(size);
    pool.setConnectionInitSql(setUp);
    pool.setConnectionTimeout(LONGEST_WAIT.toMillis());
    pool.setMaxLifetime(0);
    pool.setInitializationFailTimeout(-1);
    return new HikariDataSource(pool);
  }
}
