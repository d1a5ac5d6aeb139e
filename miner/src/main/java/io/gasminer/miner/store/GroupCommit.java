package io.gasminer.miner.store;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import io.gasminer.miner.task.StoreUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Owns the one thread that writes: it takes what waits, writes it in one transaction, and answers
 * all after the commit, so that the price of an fsync is paid once for many.
 *
 * <p>Thread-safe. A write that fails is taken back to its savepoint and fails alone; when the
 * commit fails, all of them fail and none was promised.
 */
final class GroupCommit implements AutoCloseable {
  private static final int MOST_WAITING = 10_000;
  private static final int MOST_TOGETHER = 512;
  private static final long LONGEST_QUEUEING_SECONDS = 10;

  private final BlockingQueue<Work<?>> queue = new ArrayBlockingQueue<>(MOST_WAITING);
  private final DataSource connections;
  private final JdbcCustomization dialect;
  private final Waiting waiting;
  private final Words words;
  private final Thread writer;
  private volatile boolean closed;

  private record Work<T>(Write<T> write, Pending<T> pending) {
    void run(Transaction transaction) throws SQLException {
      pending.provisional(write.in(transaction));
    }
  }

  GroupCommit(DataSource connections, JdbcCustomization dialect, Waiting waiting, Words words) {
    this.connections = connections;
    this.dialect = dialect;
    this.waiting = waiting;
    this.words = words;
    this.writer = Thread.ofPlatform().name("store-writer").daemon(true).unstarted(this::write);
    writer.start();
  }

  /**
   * Writes durably.
   *
   * @param doing what is said when it fails: "could not …"
   * @throws StoreUnavailable when it is not known to be on disk
   */
  <T> T commit(String doing, Write<T> write) {
    Work<T> work = new Work<>(write, new Pending<>());
    if (closed || !offer(work)) {
      throw new StoreUnavailable(
          "could not " + doing + ": the writer is " + (closed ? "closed" : "too far behind"),
          new IllegalStateException("not queued"));
    }
    return work.pending().get(doing, words);
  }

  private boolean offer(Work<?> work) {
    boolean interrupted = Thread.interrupted();
    try {
      return queue.offer(work, LONGEST_QUEUEING_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException now) {
      interrupted = true;
      return queue.offer(work);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void write() {
    List<Work<?>> batch = new ArrayList<>(MOST_TOGETHER);
    while (!closed || !queue.isEmpty()) {
      batch.clear();
      try {
        Work<?> first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first == null) {
          continue;
        }
        batch.add(first);
      } catch (InterruptedException closing) {
        continue;
      }
      queue.drainTo(batch, MOST_TOGETHER - 1);
      writeTogether(batch);
      batch.forEach(work -> work.pending().settle());
    }
  }

  // Whatever goes wrong here must reach the callers: the thread has to live on.
  private void writeTogether(List<Work<?>> batch) {
    try (Connection connection = connections.getConnection()) {
      connection.setAutoCommit(false);
      try {
        waiting.refresh(connection);
        Transaction transaction = new Transaction(connection, dialect, waiting.now());
        for (Work<?> work : batch) {
          one(work, transaction);
        }
        connection.commit();
        waiting.changedBy(transaction.change());
      } catch (SQLException | RuntimeException failed) {
        connection.rollback();
        throw failed;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException | RuntimeException failed) {
      batch.stream()
          .filter(work -> !work.pending().hasFailed())
          .forEach(work -> work.pending().failed(failed));
    }
  }

  private static void one(Work<?> work, Transaction transaction) throws SQLException {
    Savepoint before = transaction.connection().setSavepoint();
    long change = transaction.change();
    try {
      work.run(transaction);
      transaction.connection().releaseSavepoint(before);
    } catch (SQLException | RuntimeException failed) {
      // A full disk ends the whole transaction, and then this throws and fails the others too.
      transaction.connection().rollback(before);
      transaction.backTo(change);
      work.pending().failed(failed);
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      writer.join(TimeUnit.SECONDS.toMillis(30));
    } catch (InterruptedException now) {
      Thread.currentThread().interrupt();
    }
    List<Work<?>> late = new ArrayList<>();
    queue.drainTo(late);
    for (Work<?> work : late) {
      work.pending().failed(new IllegalStateException("the store was closed"));
      work.pending().settle();
    }
  }
}
