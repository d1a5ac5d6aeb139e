package io.gasminer.gascli.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveLedgerTest {
  @TempDir private Path temp;

  @Test
  void theValidatorsWordsAreTakenOutOfTheirJson() {
    assertThat(ArchiveLedger.words("{\"message\":\"Binary content received\"}"))
        .isEqualTo("Binary content received");
    assertThat(ArchiveLedger.words("{\"detail\":\"C2PA: no manifest\"}"))
        .isEqualTo("C2PA: no manifest");
    assertThat(ArchiveLedger.words("Bad Gateway")).isEqualTo("Bad Gateway");
    assertThat(ArchiveLedger.words("{\"message\":7}")).isEqualTo("{\"message\":7}");
    assertThat(ArchiveLedger.words("")).isEmpty();
    assertThat(ArchiveLedger.words("x".repeat(2_000))).hasSize(301);
  }

  @Test
  void aFolderWithoutAStoreAndOneThatIsNoneAreSaid() throws Exception {
    assertThat(read(Optional.empty(), temp.resolve("absent"))).isInstanceOf(Ledger.Unread.class);
    Files.writeString(temp.resolve("tasks.db"), "no database");
    assertThat(read(Optional.empty(), temp)).isInstanceOf(Ledger.Unread.class);
  }

  @Test
  void aDatabaseThatIsAwayIsSaidInTime() {
    long begun = System.nanoTime();
    assertThat(
            read(Optional.of("jdbc:postgresql://127.0.0.1:1/miner?user=u&password=secret"), temp))
        .isInstanceOfSatisfying(
            Ledger.Unread.class,
            unread -> assertThat(unread.why()).isNotBlank().doesNotContain("secret"));
    assertThat(System.nanoTime() - begun).isLessThan(10_000_000_000L);
  }

  private static Ledger read(Optional<String> url, Path folder) {
    return new ArchiveLedger(url, folder, () -> Instant.parse("2026-11-25T04:00:00Z")).read();
  }
}
