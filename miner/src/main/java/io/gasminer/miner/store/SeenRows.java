package io.gasminer.miner.store;

import io.gasminer.miner.task.SeenRequest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Owns the SQL of the memory of signed requests. */
final class SeenRows {
  private SeenRows() {}

  /** Remembers the request; false when it was known. */
  static boolean insert(Transaction transaction, SeenRequest request) throws SQLException {
    try (PreparedStatement insert =
        transaction.prepare(
            "insert into seen_requests (fingerprint, valid_until) values (?, ?)"
                + " on conflict (fingerprint) do nothing")) {
      insert.setString(1, request.fingerprint());
      insert.setLong(2, Codec.micros(request.validUntil()));
      return insert.executeUpdate() == 1;
    }
  }

  static boolean isKnown(Transaction transaction, SeenRequest request) throws SQLException {
    try (PreparedStatement select =
        transaction.prepare("select 1 from seen_requests where fingerprint = ?")) {
      select.setString(1, request.fingerprint());
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  static int clean(Transaction transaction, long nowMicros, int most) throws SQLException {
    try (PreparedStatement delete =
        transaction.prepare(
            "delete from seen_requests where fingerprint in (select fingerprint from"
                + " seen_requests where valid_until < ? limit ?)")) {
      delete.setLong(1, nowMicros);
      delete.setInt(2, most);
      return delete.executeUpdate();
    }
  }
}
