package io.gasminer.miner.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gasminer.miner.task.TaskEvent;
import io.gasminer.miner.task.TaskId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PostgresArchiveTest extends ArchiveContract {
  private final String url = Postgres.emptyDatabase();
  @TempDir private Path folder;

  @Override
  SqlTaskStore openStore() {
    return switch (Stores.open(Optional.of(url), folder, 10_000)) {
      case StoreOpening.Opened(SqlTaskStore opened) -> opened;
      case StoreOpening.Refused(String reason) -> throw new AssertionError(reason);
      case StoreOpening.Unavailable(String reason) -> throw new AssertionError(reason);
    };
  }

  @Override
  ArchiveOpening openArchive() {
    return Archives.open(Optional.of(url), Path.of("unused"));
  }

  @Override
  boolean makeDue(TaskId id, TaskEvent asked) {
    return DueDelivery.make(Optional.of(url), Path.of("unused"), id, asked);
  }

  @Test
  void itsConnectionCannotWrite() throws Exception {
    try (Connection connection = PostgresArchive.connect(DriverManager.getDriver(url), url);
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("delete from tasks"))
          .hasMessageContaining("read-only transaction");
    }
  }

  @Test
  void anEmptyDatabaseHoldsNothingAndGetsNothing() throws Exception {
    String empty = Postgres.emptyDatabase();
    assertThat(Archives.open(Optional.of(empty), Path.of("unused")))
        .isInstanceOf(ArchiveOpening.Nothing.class);
    try (Connection connection = DriverManager.getDriver(empty).connect(empty, new Properties());
        var tables = connection.getMetaData().getTables(null, "public", "%", null)) {
      assertThat(tables.next()).isFalse();
    }
  }

  @Test
  void noAnswerEverHasThePasswordInIt() {
    List<String> addresses =
        List.of(
            url.replaceFirst("localhost:\\d+", "localhost:1"),
            url.replaceFirst("/test_\\d+", "/no_such_database"),
            url.replaceFirst("user=postgres", "user=nobody"),
            "jdbc:postgresql://localhost:port/x?user=a&password=s3cr3t",
            "jdbc:mysql://localhost/x?password=s3cr3t");
    assertThat(addresses)
        .allSatisfy(
            address -> {
              ArchiveOpening opening = Archives.open(Optional.of(address), Path.of("unused"));
              assertThat(opening).isInstanceOf(ArchiveOpening.Unavailable.class);
              assertThat(opening.toString()).doesNotContain("s3cr3t");
            });
  }
}
