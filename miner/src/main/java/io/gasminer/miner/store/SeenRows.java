package io.gasminer.miner.store;

import io.gasminer.miner.task.SeenRequest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Owns the SQL of the memory of signed requests. */
final class SeenRows {
  private static final String INSERT =
      "insert into seen_requests (fingerprint, valid_until) values (?, ?)"
          + " on conflict (fingerprint) do nothing";

  private SeenRows() {}

  /** Remembers the request; false when it was known. */
  static boolean insert(Transaction transaction, SeenRequest request) throws SQLException {
    try (PreparedStatement insert = transaction.prepare(INSERT)) {
      insert.setString(1, request.fingerprint());
      insert.setLong(2, Codec.micros(request.validUntil()));
      return insert.executeUpdate() == 1;
    }
  }

  /** Remembers the requests; says of each whether it was unknown. */
  static List<Boolean> insertAll(Transaction transaction, List<SeenRequest> requests)
      throws SQLException {
    try (PreparedStatement insert = transaction.prepare(INSERT)) {
      for (SeenRequest request : requests) {
        insert.setString(1, request.fingerprint());
        insert.setLong(2, Codec.micros(request.validUntil()));
        insert.addBatch();
      }
      return Arrays.stream(insert.executeBatch()).mapToObj(count -> count == 1).toList();
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
