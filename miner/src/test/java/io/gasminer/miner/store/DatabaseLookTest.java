package io.gasminer.miner.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseLookTest {
  private static final Duration WITHIN = Duration.ofSeconds(20);

  @TempDir private Path temp;

  @Test
  void sqliteIsLookedAtBesideTheMinerAndAfterItWithoutATrace() throws Exception {
    assertThat(look()).isInstanceOf(DatabaseLook.Nothing.class);
    assertThat(temp).isEmptyDirectory();
    StoreOpening opening = Stores.open(Optional.empty(), temp, 10);
    try (SqlTaskStore store = ((StoreOpening.Opened) opening).store()) {
      store.accept(Offers.task(), Offers.request());
      assertThat(look())
          .isInstanceOfSatisfying(
              DatabaseLook.Sqlite.class,
              sqlite -> {
                assertThat(sqlite.damage()).isEmpty();
                assertThat(sqlite.whole()).isTrue();
                assertThat(sqlite.writable()).isTrue();
                assertThat(sqlite.bytes() + sqlite.logBytes()).isPositive();
              });
    }
    List<String> before = names();
    assertThat(look()).isInstanceOf(DatabaseLook.Sqlite.class);
    assertThat(names()).isEqualTo(before);
  }

  @Test
  void aPageThatIsDamagedIsFound() throws Exception {
    ((StoreOpening.Opened) Stores.open(Optional.empty(), temp, 10)).store().close();
    byte[] bytes = Files.readAllBytes(temp.resolve("tasks.db"));
    List<String> missed = new ArrayList<>();
    // Every page but the first, whose schema must be read to ask at all.
    for (int page = 1; page < Math.min(6, bytes.length / 4096); page++) {
      byte[] damaged = bytes.clone();
      for (int i = 0; i < 64; i++) {
        damaged[page * 4096 + i] = (byte) 0xA5;
      }
      Files.write(temp.resolve("tasks.db"), damaged);
      DatabaseLook look = look();
      boolean found =
          (look instanceof DatabaseLook.Sqlite sqlite && !sqlite.damage().isEmpty())
              || look instanceof DatabaseLook.Refused;
      if (!found) {
        missed.add("page " + page + ": " + look);
      }
    }
    assertThat(missed).isEmpty();
  }

  @Test
  void postgresTellsItsVersionItsClockAndWhetherItTakesWrites() {
    assertThat(look(Postgres.emptyDatabase()))
        .isInstanceOfSatisfying(
            DatabaseLook.Postgres.class,
            postgres -> {
              assertThat(postgres.version()).isNotBlank();
              assertThat(postgres.latency()).isPositive();
              assertThat(postgres.ahead().abs()).isLessThan(Duration.ofSeconds(5));
              assertThat(postgres.writable()).isTrue();
            });
  }

  @Test
  void aUserWhoMayNotMakeTablesIsSeen() throws Exception {
    String url = Postgres.emptyDatabase();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("drop role if exists onlooker");
      statement.execute("create role onlooker login password 'x'");
      statement.execute("revoke create on schema public from public");
    }
    assertThat(look(url.replace("user=postgres&password=s3cr3t", "user=onlooker&password=x")))
        .isInstanceOfSatisfying(
            DatabaseLook.Postgres.class, postgres -> assertThat(postgres.writable()).isFalse());
  }

  @Test
  void whatIsWrongIsToldWithoutThePassword() throws Exception {
    String url = Postgres.emptyDatabase();
    assertThat(look(url.replaceAll("/test_\\d+", "/no_such_database")))
        .isInstanceOf(DatabaseLook.Refused.class);
    assertThat(look("jdbc:mysql://host/x")).isInstanceOf(DatabaseLook.Refused.class);
    try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String silent =
          "jdbc:postgresql://127.0.0.1:" + mute.getLocalPort() + "/x?user=a&password=s3cr3t-word";
      long begun = System.nanoTime();
      DatabaseLook look =
          DatabaseLook.at(Optional.of(silent), temp, Duration.ofSeconds(1), InstantSource.system());
      assertThat(look).isInstanceOf(DatabaseLook.Unavailable.class);
      assertThat(look.toString()).doesNotContain("s3cr3t-word");
      assertThat(System.nanoTime() - begun).isLessThan(15_000_000_000L);
    }
  }

  private DatabaseLook look() {
    return DatabaseLook.at(Optional.empty(), temp, WITHIN, InstantSource.system());
  }

  private DatabaseLook look(String url) {
    return DatabaseLook.at(Optional.of(url), temp, WITHIN, InstantSource.system());
  }

  private List<String> names() throws Exception {
    try (var files = Files.list(temp)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
