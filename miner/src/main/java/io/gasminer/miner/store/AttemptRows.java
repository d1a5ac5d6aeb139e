package io.gasminer.miner.store;

import io.gasminer.miner.task.Attempt;
import io.gasminer.miner.task.TaskId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Owns the SQL of the receipts. */
final class AttemptRows {
  private AttemptRows() {}

  static void insert(Transaction transaction, TaskId id, Attempt attempt) throws SQLException {
    try (PreparedStatement insert =
        transaction.prepare(
            "insert into attempts (task_id, number, at, status, answer, outcome)"
                + " select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ? from attempts"
                + " where task_id = ?")) {
      insert.setString(1, id.toString());
      insert.setLong(2, Codec.micros(attempt.at()));
      if (attempt.status().isPresent()) {
        insert.setInt(3, attempt.status().get());
      } else {
        insert.setNull(3, Types.INTEGER);
      }
      insert.setString(4, storable(attempt.answer()));
      insert.setString(5, attempt.outcome());
      insert.setString(6, id.toString());
      insert.executeUpdate();
    }
  }

  static List<Attempt> of(Connection connection, TaskId id) throws SQLException {
    List<Attempt> attempts = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select at, status, answer, outcome from attempts where task_id = ? order by number")) {
      select.setString(1, id.toString());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          attempts.add(attempt(row));
        }
      }
    }
    return attempts;
  }

  static Attempt attempt(ResultSet row) throws SQLException {
    int status = row.getInt("status");
    Optional<Integer> answered = row.wasNull() ? Optional.empty() : Optional.of(status);
    return new Attempt(
        Codec.instant(row.getLong("at")),
        answered,
        row.getString("answer"),
        row.getString("outcome"));
  }

  static void delete(Transaction transaction, TaskId id) throws SQLException {
    try (PreparedStatement delete = transaction.prepare("delete from attempts where task_id = ?")) {
      delete.setString(1, id.toString());
      delete.executeUpdate();
    }
  }

  // PostgreSQL takes neither the character 0 nor half a surrogate pair.
  static String storable(String words) {
    return words.replaceAll("[\\x00\\p{Cs}]", "?");
  }
}
