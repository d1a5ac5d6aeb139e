package io.gasminer.miner.store;

import java.sql.SQLException;

/** One write, as part of a transaction that it may share with others. */
@FunctionalInterface
interface Write<T> {
  T in(Transaction transaction) throws SQLException;
}
