package io.gasminer.miner.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.miner.task.AcceptOutcome;
import io.gasminer.miner.task.SeenRequest;
import io.gasminer.miner.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteStoreTest extends SqlStoreContract {
  @TempDir Path folder;

  @Override
  SqlTaskStore open(long mostWaiting) {
    return opened(folder.resolve("state"), mostWaiting);
  }

  private static SqlTaskStore opened(Path state, long mostWaiting) {
    return switch (Stores.open(Optional.empty(), state, mostWaiting)) {
      case StoreOpening.Opened(SqlTaskStore opened) -> opened;
      case StoreOpening.Refused(String reason) -> throw new AssertionError(reason);
      case StoreOpening.Unavailable(String reason) -> throw new AssertionError(reason);
    };
  }

  @Test
  void onlyItsOwnerMayReadTheStateFolder() throws IOException {
    store.storeMedia(accepted().id(), media(10));
    Path state = folder.resolve("state");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state)))
        .isEqualTo("rwx------");
    try (Stream<Path> files = Files.walk(state)) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      assertThat(all)
          .extracting(file -> file.getFileName().toString())
          .contains("tasks.db", "tasks.db-wal", "tasks.db-shm");
      assertThat(all)
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .as(file.toString())
                      .isEqualTo("rw-------"));
    }
  }

  @Test
  void aSecondProcessOnTheSameFolderIsRefusedAndToldTheFirstOnesPid() {
    assertThat(Stores.open(Optional.empty(), folder.resolve("state"), 10))
        .isInstanceOfSatisfying(
            StoreOpening.Refused.class,
            refused ->
                assertThat(refused.reason())
                    .contains("process " + ProcessHandle.current().pid())
                    .contains("MINER_STATE_DIR"));
  }

  @Test
  void aFolderThatCannotBeMadeIsRefusedWithTheSettingsName() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(Stores.open(Optional.empty(), file.resolve("state"), 10))
        .isInstanceOfSatisfying(
            StoreOpening.Refused.class,
            refused -> assertThat(refused.reason()).contains("MINER_STATE_DIR"));
  }

  @Test
  void whatWasPromisedIsInACopyOfTheFilesAtAnyMoment() throws Exception {
    Map<Task, SeenRequest> promised = new ConcurrentHashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int caller = 0; caller < 8; caller++) {
        threads.execute(
            () -> {
              for (int count = 0; count < 50; count++) {
                Task task = Offers.task();
                SeenRequest request = Offers.request();
                if (store.accept(task, request) instanceof AcceptOutcome.Accepted) {
                  promised.put(task, request);
                }
              }
            });
      }
      while (promised.size() < 100) {
        Thread.onSpinWait();
      }
      Map<Task, SeenRequest> before = Map.copyOf(promised);
      SqlTaskStore survivor = opened(copyOfTheFiles(), 10_000);
      assertThat(before)
          .allSatisfy(
              (task, request) -> {
                assertThat(survivor.find(task.id())).contains(task);
                assertThat(survivor.remember(request)).isFalse();
              });
      survivor.close();
    }
  }

  // As a crash would leave them: the database first, its log after it, no shared memory. No
  // checkpoint runs in between, as the log is still short.
  private Path copyOfTheFiles() throws IOException {
    Path copy = Files.createDirectory(folder.resolve("copy"));
    for (String name : List.of("tasks.db", "tasks.db-wal")) {
      Files.copy(folder.resolve("state").resolve(name), copy.resolve(name));
    }
    return copy;
  }

  @Test
  void aFileThatACrashLeftWithoutARowIsRemovedAtTheNextStart() throws IOException {
    Task task = accepted();
    store.storeMedia(task.id(), media(10));
    Path media = folder.resolve("state").resolve("media");
    Files.writeString(media.resolve(Offers.task().id() + ".part"), "half");
    Files.writeString(media.resolve(Offers.task().id().toString()), "nobody's");
    reopened(10);
    try (Stream<Path> files = Files.list(media)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactly(task.id().toString());
    }
  }

  @Test
  void aDatabaseThatTakesNoMoreRefusesAndRecovers() throws Exception {
    accepted();
    try (var connection = store.schedules().connections().getConnection();
        var statement = connection.createStatement()) {
      // What a full disk says, SQLite also says when a database may not grow.
      statement.execute("PRAGMA max_page_count = 1");
    }
    SeenRequest request = Offers.request();
    AcceptOutcome full = new AcceptOutcome.Accepted();
    for (int count = 0; count < 200 && full instanceof AcceptOutcome.Accepted; count++) {
      request = Offers.request();
      full = store.accept(Offers.task(), request);
    }
    assertThat(full).isInstanceOf(AcceptOutcome.Unavailable.class);
    try (var connection = store.schedules().connections().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA max_page_count = 1000000");
    }
    assertThat(store.accept(Offers.task(), request)).isEqualTo(new AcceptOutcome.Accepted());
    assertThat(store.counts().pending()).isEqualTo(scheduled(Step.GENERATE));
  }
}
