package io.gasminer.gascli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisionTest {
  private static final Instant NOW = Instant.parse("2026-11-25T04:00:00.123Z");

  @TempDir private Path state;
  private ProcessFolder folder;
  private Process sleeper;

  @BeforeEach
  void aProcessThatStandsForTheMiner() throws Exception {
    folder = ProcessFolder.in(state);
    folder.create();
    sleeper = new ProcessBuilder("sleep", "600").start();
  }

  @AfterEach
  void itEnds() {
    sleeper.destroyForcibly();
  }

  @Test
  void whatTheSupervisorWritesIsReadAsItWasMeant() throws Exception {
    Account told =
        account(
            Account.State.BACKOFF,
            Optional.empty(),
            new Account.History(
                3,
                Optional.of(LastExit.of(137, NOW)),
                Optional.of(NOW.plusSeconds(4)),
                Telling.boot()));
    write(told);
    assertThat(Supervision.of(state).account()).contains(told);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.account())))
        .isEqualTo("rw-------");
  }

  @Test
  void anAccountThatIsCutOffAnywhereIsNone() throws Exception {
    String json = account(Account.State.RUNNING, running(), quiet()).json().strip();
    for (int end = 0; end < json.length(); end++) {
      Files.writeString(folder.account(), json.substring(0, end));
      assertThat(Supervision.of(state).account()).as(json.substring(0, end)).isEmpty();
    }
  }

  @Test
  void aMinerWithoutItsSupervisorIsAnOrphan() throws Exception {
    write(account(Account.State.RUNNING, running(), quiet()));
    Supervision found = Supervision.of(state);
    assertThat(found.condition()).isEqualTo(Supervision.Condition.ORPHANED);
    assertThat(found.miner().orElseThrow().pid()).isEqualTo(sleeper.pid());
  }

  @Test
  void anotherProcessWithTheMinersOldNumberIsNotTheMiner() throws Exception {
    Account.Running earlier = new Account.Running(sleeper.pid(), NOW.minusSeconds(86_400));
    write(account(Account.State.RUNNING, Optional.of(earlier), quiet()));
    assertThat(Supervision.of(state).condition()).isEqualTo(Supervision.Condition.LOST);
  }

  @Test
  void afterTheMachineWasRestartedNothingIsLost() throws Exception {
    write(
        account(
            Account.State.RUNNING,
            Optional.of(new Account.Running(sleeper.pid(), NOW.minusSeconds(86_400))),
            new Account.History(0, Optional.empty(), Optional.empty(), "another boot")));
    assertThat(Supervision.of(state).condition()).isEqualTo(Supervision.Condition.NONE);
  }

  @Test
  void whereNothingWasEverStartedThereIsNothing() throws Exception {
    assertThat(Supervision.of(state).condition()).isEqualTo(Supervision.Condition.NONE);
    write(account(Account.State.STOPPED, Optional.empty(), quiet()));
    assertThat(Supervision.of(state).condition()).isEqualTo(Supervision.Condition.NONE);
    write(account(Account.State.FAILED, Optional.empty(), quiet()));
    assertThat(Supervision.of(state).condition()).isEqualTo(Supervision.Condition.NONE);
  }

  @Test
  void whatIsOnTheSupervisorsCommandLineIsReadAsItWasMeant() {
    Orders orders = new Orders(state, 17, 3, serving());
    assertThat(Orders.parse(orders.arguments().toArray(String[]::new))).isEqualTo(orders);
  }

  @Test
  void theArgumentsOfTheMinerAreFoundAgainInItsCommand() {
    List<String> arguments = List.of("--env-file", "my miner.env", "--netuid=34");
    assertThat(MinerCommand.argumentsOf(MinerCommand.with(arguments))).isEqualTo(arguments);
  }

  @Test
  void aProcessThatHasEndedDoesNotRunThoughNobodyTookNoteOfIt() throws Exception {
    assertThat(Living.runs(sleeper.toHandle())).isTrue();
    sleeper.destroyForcibly().waitFor();
    assertThat(Living.runs(sleeper.toHandle())).isFalse();
  }

  private void write(Account account) throws Exception {
    new AccountFile(folder.account()).write(account);
  }

  private Optional<Account.Running> running() {
    return Optional.of(
        new Account.Running(sleeper.pid(), sleeper.toHandle().info().startInstant().orElseThrow()));
  }

  private static Account.History quiet() {
    return new Account.History(0, Optional.empty(), Optional.empty(), Telling.boot());
  }

  private Account account(
      Account.State standing, Optional<Account.Running> miner, Account.History history) {
    return new Account(ProcessHandle.current().pid(), NOW, standing, miner, history, serving());
  }

  private Account.Serving serving() {
    return new Account.Serving(
        List.of("/opt/gascli", "generator", "run", "--supervised", "a \"quoted\"\n\\word"),
        "127.0.0.1",
        8093,
        state.resolve("logs/gas-miner.log"));
  }
}
