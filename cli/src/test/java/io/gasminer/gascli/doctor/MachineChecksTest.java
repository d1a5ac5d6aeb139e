package io.gasminer.gascli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.gascli.charge.Charge;
import io.gasminer.gascli.process.Account;
import io.gasminer.gascli.process.LastExit;
import io.gasminer.gascli.process.Supervision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineChecksTest {
  private static final long GIB = 1L << 30;

  @TempDir private Path temp;

  private static Machine machine(int feature, long memory, String... arguments) {
    return new Machine(
        feature,
        feature + ".0.1",
        "Example",
        List.of(arguments),
        memory < 0 ? OptionalLong.empty() : OptionalLong.of(memory),
        GIB);
  }

  @Test
  void anOldJavaIsAFailureAndAnArchiveThatIsNotUsedAWarning() {
    assertThat(new JavaCheck(machine(25, GIB)).look())
        .containsExactly(new Finding.Ok("25.0.1 of Example"));
    assertThat(new JavaCheck(machine(21, GIB)).look().getFirst())
        .isInstanceOfSatisfying(
            Finding.Failure.class, failure -> assertThat(failure.what()).contains("21.0.1", "25"));
    assertThat(new JavaCheck(machine(25, GIB, "-XX:AOTCache=/no/such/file.aot")).look().getFirst())
        .isInstanceOfSatisfying(
            Finding.Warning.class,
            warning -> assertThat(warning.what()).contains("/no/such/file.aot is not used"));
  }

  @Test
  void thisProcessTellsWhatItRunsOn() {
    Machine machine = Machine.ofThisProcess();
    assertThat(machine.feature()).isGreaterThanOrEqualTo(25);
    assertThat(machine.vendor()).isNotBlank();
    assertThat(machine.memory().orElseThrow()).isPositive();
  }

  @Test
  void theHeapIsWhatTheFlagsSayLast() {
    assertThat(Machine.heap("")).isEqualTo(GIB);
    assertThat(Machine.heap("-Xmx512m")).isEqualTo(512L << 20);
    assertThat(Machine.heap("-Xmx1g -Xss1m -Xmx2G")).isEqualTo(2 * GIB);
  }

  @Test
  void memoryMustHoldTheHeapAndWhatStandsBesideIt() {
    assertThat(new MemoryCheck(machine(25, 4 * GIB)).look())
        .containsExactly(
            new Finding.Ok("4,096 MiB; the miner's heap may grow to 1,024 MiB (-Xmx)"));
    assertThat(new MemoryCheck(machine(25, GIB + (100 << 20))).look().getFirst())
        .isInstanceOf(Finding.Warning.class);
    assertThat(new MemoryCheck(machine(25, GIB / 2)).look().getFirst())
        .isInstanceOfSatisfying(
            Finding.Failure.class, failure -> assertThat(failure.next()).contains("-Xmx256m"));
    assertThat(new MemoryCheck(machine(25, -1)).look().getFirst()).isInstanceOf(Finding.Ok.class);
  }

  @Test
  void fewOpenFilesAreAWarningAndVeryFewAFailure() throws Exception {
    assertThat(files("unlimited")).isInstanceOf(Finding.Ok.class);
    assertThat(files("20000")).isEqualTo(new Finding.Ok("20000 allowed here"));
    assertThat(files("1024"))
        .isInstanceOfSatisfying(
            Finding.Warning.class,
            warning -> assertThat(warning.next()).contains("ulimit -n", "LimitNOFILE"));
    assertThat(files("64")).isInstanceOf(Finding.Failure.class);
    assertThat(files("many")).isInstanceOf(Finding.Ok.class);
    assertThat(new OpenFilesCheck(temp.resolve("absent"), nobody()).look().getFirst())
        .isInstanceOf(Finding.Ok.class);
    assertThat(new OpenFilesCheck(Path.of("/proc"), nobody()).look()).hasSize(1);
  }

  private static Shared<OptionalLong> nobody() {
    return Shared.asking(OptionalLong::empty);
  }

  private Finding files(String soft) throws Exception {
    Files.writeString(
        Files.createDirectories(temp.resolve("self")).resolve("limits"),
        """
        Limit                     Soft Limit           Hard Limit           Units
        Max processes             1                    1                    processes
        Max open files            %-20s 1048576              files
        """
            .formatted(soft));
    return new OpenFilesCheck(temp, nobody()).look().getFirst();
  }

  @Test
  void whoRunsTheMinerIsToldAndNobodyIsAWarning() throws Exception {
    Path state = Path.of("/state");
    assertThat(miner(OptionalLong.of(7), pid -> new Charge.Supervisor(6), Optional.empty()).what())
        .isEqualTo("process 7 runs on " + state + ", in charge: gascli's supervisor (pid 6)");
    assertThat(miner(OptionalLong.of(7), Charge.Hand::new, Optional.empty()))
        .isInstanceOfSatisfying(
            Finding.Warning.class, warning -> assertThat(warning.what()).contains("by hand"));
    assertThat(miner(OptionalLong.empty(), Charge.Hand::new, Optional.empty()))
        .isInstanceOfSatisfying(
            Finding.Ok.class, ok -> assertThat(ok.what()).contains("none runs on /state"));
  }

  @Test
  void aMinerThatItsSupervisorGaveUpIsAFailureWithItsLastExit() throws Exception {
    assertThat(miner(OptionalLong.empty(), Charge.Hand::new, Optional.of(Account.State.FAILED)))
        .isInstanceOfSatisfying(
            Finding.Failure.class,
            failure -> {
              assertThat(failure.what()).contains("ended (exit code 2) and is not started again");
              assertThat(failure.next()).contains("gascli generator logs");
              assertThat(failure.mayPass()).isFalse();
            });
    assertThat(miner(OptionalLong.empty(), Charge.Hand::new, Optional.of(Account.State.STOPPED)))
        .isInstanceOf(Finding.Ok.class);
  }

  private static Finding miner(
      OptionalLong pid, LongFunction<Charge> charges, Optional<Account.State> state)
      throws InterruptedException {
    Path folder = Path.of("/state");
    Optional<Account> account =
        state.map(
            told ->
                new Account(
                    1,
                    Instant.EPOCH,
                    told,
                    Optional.empty(),
                    new Account.History(
                        0,
                        Optional.of(new LastExit(2, Instant.EPOCH, "exit code 2")),
                        Optional.empty(),
                        ""),
                    new Account.Serving(List.of(), "127.0.0.1", 8093, folder)));
    return new MinerCheck(
            folder,
            Shared.asking(() -> pid),
            charges,
            () -> new Supervision(folder, account, Optional.empty(), Optional.empty()))
        .look()
        .getFirst();
  }

  @Test
  void aNumberThatWentToAnotherProgramIsNoMiner() throws IOException {
    Path proc = temp.resolve("proc");
    Files.createDirectories(proc.resolve("4711"));
    Files.writeString(temp.resolve("miner.pid"), "4711\n");
    RunningMiner miner = new RunningMiner(temp, proc);
    assertThat(miner.pid()).isEmpty();
    Files.writeString(proc.resolve("4711/cmdline"), "vim\0notes");
    assertThat(miner.pid()).isEmpty();
    Files.writeString(
        proc.resolve("4711/cmdline"), "java\0io.gasminer.gascli.GasCli\0generator\0run\0");
    assertThat(miner.pid()).hasValue(4711);
    Files.writeString(temp.resolve("miner.pid"), "not a number");
    assertThat(miner.pid()).isEmpty();
  }
}
