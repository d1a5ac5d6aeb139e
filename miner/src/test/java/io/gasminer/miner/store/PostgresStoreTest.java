package io.gasminer.miner.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.miner.task.AcceptOutcome;
import io.gasminer.miner.task.SeenRequest;
import io.gasminer.miner.task.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PostgresStoreTest extends SqlStoreContract {
  private final String url = Postgres.emptyDatabase();

  @Override
  SqlTaskStore open(long mostWaiting) {
    return opened(url, mostWaiting);
  }

  private static SqlTaskStore opened(String url, long mostWaiting) {
    return switch (Stores.open(Optional.of(url), Path.of("unused"), mostWaiting)) {
      case StoreOpening.Opened(SqlTaskStore opened) -> opened;
      case StoreOpening.Refused(String reason) -> throw new AssertionError(reason);
      case StoreOpening.Unavailable(String reason) -> throw new AssertionError(reason);
    };
  }

  @Test
  void twoNodesShareTheMemoryOfRequestsAndTheMedia() {
    SqlTaskStore other = opened(url, 10_000);
    SeenRequest request = Offers.request();
    Task task = Offers.task();
    assertThat(store.accept(task, request)).isEqualTo(new AcceptOutcome.Accepted());
    assertThat(other.accept(Offers.task(), request)).isEqualTo(new AcceptOutcome.Replayed());
    store.storeMedia(task.id(), media(3_000_000));
    assertThat(other.media(task.id()).orElseThrow().bytes()).isEqualTo(media(3_000_000).bytes());
    other.close();
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
              StoreOpening opening = Stores.open(Optional.of(address), Path.of("unused"), 10);
              assertThat(opening).isNotInstanceOf(StoreOpening.Opened.class);
              assertThat(opening.toString()).doesNotContain("s3cr3t");
            });
  }

  @Test
  void aServerThatIsAwayIsUnavailableAndAWrongDatabaseIsRefused() {
    assertThat(
            Stores.open(
                Optional.of(url.replaceFirst("localhost:\\d+", "localhost:1")),
                Path.of("unused"),
                10))
        .isInstanceOf(StoreOpening.Unavailable.class);
    assertThat(
            Stores.open(
                Optional.of(url.replaceFirst("/test_\\d+", "/no_such_database")),
                Path.of("unused"),
                10))
        .isInstanceOf(StoreOpening.Refused.class);
  }
}
