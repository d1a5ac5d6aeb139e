package io.gasminer.miner.store;

import com.github.kagkarlsson.scheduler.jdbc.SqliteJdbcCustomization;

/**
 * Owns how db-scheduler takes due steps from SQLite: many in one transaction.
 *
 * <p>There is one connection that writes and one process, so a plain select at the start of the
 * transaction locks as well as {@code for update skip locked} does elsewhere.
 */
final class SqliteLockAndFetch extends SqliteJdbcCustomization {
  @Override
  public boolean supportsGenericLockAndFetch() {
    return true;
  }

  @Override
  public String createGenericSelectForUpdateQuery(
      String tableName, int limit, String requiredAndCondition, boolean orderByPriority) {
    return createSelectDueQuery(tableName, limit, requiredAndCondition, orderByPriority);
  }
}
