package io.gasminer.miner.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Owns the number of waiting tasks, so that no accept has to count rows.
 *
 * <p>Exact where one process writes; where several share a database it is counted again at most
 * this often, and exact for what this node does in between. Changed by the writer's thread only.
 */
final class Waiting {
  private final Optional<Duration> recountAfter;
  private long countedAt = Long.MIN_VALUE;
  private final AtomicLong tasks = new AtomicLong();

  Waiting(Optional<Duration> recountAfter) {
    this.recountAfter = recountAfter;
  }

  long now() {
    return tasks.get();
  }

  void changedBy(long change) {
    tasks.addAndGet(change);
  }

  void refresh(Connection connection) throws SQLException {
    if (countedAt != Long.MIN_VALUE
        && recountAfter
            .map(limit -> System.nanoTime() - countedAt < limit.toNanos())
            .orElse(true)) {
      return;
    }
    try (PreparedStatement count =
            connection.prepareStatement("select count(*) from tasks where state = 'pending'");
        ResultSet found = count.executeQuery()) {
      found.next();
      tasks.set(found.getLong(1));
      countedAt = System.nanoTime();
    }
  }
}
