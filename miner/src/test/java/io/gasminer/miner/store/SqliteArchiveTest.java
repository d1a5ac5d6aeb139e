package io.gasminer.miner.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskArchive;
import io.gasminer.miner.task.TaskEvent;
import io.gasminer.miner.task.TaskId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteArchiveTest extends ArchiveContract {
  @TempDir Path folder;

  private Path state() {
    return folder.resolve("a state?of #1 100%");
  }

  @Override
  SqlTaskStore openStore() {
    return switch (Stores.open(Optional.empty(), state(), 10_000)) {
      case StoreOpening.Opened(SqlTaskStore opened) -> opened;
      case StoreOpening.Refused(String reason) -> throw new AssertionError(reason);
      case StoreOpening.Unavailable(String reason) -> throw new AssertionError(reason);
    };
  }

  @Override
  ArchiveOpening openArchive() {
    return Archives.open(Optional.empty(), state());
  }

  @Override
  boolean makeDue(TaskId id, TaskEvent asked) {
    return DueDelivery.make(Optional.empty(), state(), id, asked);
  }

  @Test
  void aStoreThatWasClosedIsReadAndLeftAsItWas() throws IOException {
    Task task = accepted(now);
    store.close();
    List<String> before = files();
    assertThat(before).doesNotContain("tasks.db-wal", "tasks.db-shm");

    try (TaskArchive archive = archive()) {
      assertThat(archive.find(task.id())).contains(task);
      assertThat(files()).isEqualTo(before);
      store = openStore();
      Task later = accepted(now);
      assertThat(archive.find(later.id())).contains(later);
    }
  }

  @Test
  void aStoreThatACrashLeftIsReadWithItsLog() throws IOException {
    Task task = accepted(now);
    Path copy = Files.createDirectory(folder.resolve("copy"));
    for (String name : List.of("tasks.db", "tasks.db-wal")) {
      Files.copy(state().resolve(name), copy.resolve(name));
    }
    try (TaskArchive archive = opened(Archives.open(Optional.empty(), copy))) {
      assertThat(archive.find(task.id())).contains(task);
    }
  }

  @Test
  void theMinerCanBeStartedWhileAnArchiveIsOpen() {
    try (TaskArchive archive = archive()) {
      store.close();
      store = openStore();
      Task task = accepted(now);
      assertThat(archive.find(task.id())).contains(task);
    }
  }

  @Test
  void aFolderWithoutAStoreHoldsNothingAndGetsNothing() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(Archives.open(Optional.empty(), empty)).isInstanceOf(ArchiveOpening.Nothing.class);
    assertThat(Archives.open(Optional.empty(), empty.resolve("none")))
        .isInstanceOfSatisfying(
            ArchiveOpening.Nothing.class,
            nothing -> assertThat(nothing.why()).contains("MINER_STATE_DIR"));
    try (Stream<Path> files = Files.list(empty)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void olderNewerAndDamagedTablesAreSaidToBeSo() throws Exception {
    store.close();
    assertThat(why("delete from schema_history where version = '2'"))
        .contains("older than " + Schema.VERSION)
        .contains("start the miner once with this version");
    assertThat(why("update schema_history set version = '99' where version is not null"))
        .contains("newer than " + Schema.VERSION)
        .contains("the gascli of the version that the miner has");
    Files.writeString(state().resolve("tasks.db"), "x".repeat(10_000));
    assertThat(openArchive())
        .isInstanceOfSatisfying(
            ArchiveOpening.Unavailable.class,
            unavailable -> assertThat(unavailable.why()).contains("not a database"));
    Files.delete(state().resolve("tasks.db"));
    store = openStore();
  }

  private String why(String change) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + state().resolve("tasks.db").toUri());
        Statement statement = connection.createStatement()) {
      statement.execute(change);
    }
    return openArchive().toString();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(state())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
