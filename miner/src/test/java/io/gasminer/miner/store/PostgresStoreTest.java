package io.gasminer.miner.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.miner.task.AcceptOutcome;
import io.gasminer.miner.task.SeenRequest;
import io.gasminer.miner.task.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PostgresStoreTest extends SqlStoreContract {
  private final String url = Postgres.emptyDatabase();
  @TempDir private Path temp;

  @Override
  SqlTaskStore open(long mostWaiting) {
    return opened("node", mostWaiting);
  }

  private SqlTaskStore opened(String node, long mostWaiting) {
    return switch (Stores.open(Optional.of(url), temp.resolve(node), mostWaiting)) {
      case StoreOpening.Opened(SqlTaskStore opened) -> opened;
      case StoreOpening.Refused(String reason) -> throw new AssertionError(reason);
      case StoreOpening.Unavailable(String reason) -> throw new AssertionError(reason);
    };
  }

  @Test
  void twoNodesShareTheMemoryOfRequestsAndTheMedia() {
    SqlTaskStore other = opened("other", 10_000);
    SeenRequest request = Offers.request();
    Task task = Offers.task();
    assertThat(store.accept(task, request)).isEqualTo(new AcceptOutcome.Accepted());
    assertThat(other.accept(Offers.task(), request)).isEqualTo(new AcceptOutcome.Replayed());
    store.storeMedia(task.id(), media(3_000_000));
    assertThat(other.media(task.id()).orElseThrow().bytes()).isEqualTo(media(3_000_000).bytes());
    other.close();
  }

  @Test
  void aSecondProcessOnTheSameFolderIsRefusedThoughTheDatabaseTakesMany() {
    assertThat(Stores.open(Optional.of(url), temp.resolve("node"), 10))
        .isInstanceOfSatisfying(
            StoreOpening.Refused.class,
            refused ->
                assertThat(refused.reason())
                    .contains("process " + ProcessHandle.current().pid(), "MINER_STATE_DIR"));
    store.close();
    try (SqlTaskStore again = opened("node", 10)) {
      assertThat(again.accept(Offers.task(), Offers.request()))
          .isEqualTo(new AcceptOutcome.Accepted());
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
              StoreOpening opening = Stores.open(Optional.of(address), temp.resolve("third"), 10);
              assertThat(opening).isNotInstanceOf(StoreOpening.Opened.class);
              assertThat(opening.toString()).doesNotContain("s3cr3t");
            });
  }

  @Test
  void aServerThatIsAwayIsUnavailableAndAWrongDatabaseIsRefused() {
    assertThat(
            Stores.open(
                Optional.of(url.replaceFirst("localhost:\\d+", "localhost:1")),
                temp.resolve("third"),
                10))
        .isInstanceOf(StoreOpening.Unavailable.class);
    assertThat(
            Stores.open(
                Optional.of(url.replaceFirst("/test_\\d+", "/no_such_database")),
                temp.resolve("third"),
                10))
        .isInstanceOf(StoreOpening.Refused.class);
  }
}
