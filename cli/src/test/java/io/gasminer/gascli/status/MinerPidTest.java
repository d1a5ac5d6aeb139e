package io.gasminer.gascli.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.gascli.charge.FakeProcesses;
import io.gasminer.gascli.charge.ProcessFiles;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MinerPidTest {
  private static final long MINER = 4711;

  @TempDir private Path temp;
  private FakeProcesses processes;
  private Path state;

  @BeforeEach
  void aSystem() throws Exception {
    processes = FakeProcesses.in(temp.resolve("proc"));
    state = Files.createDirectories(temp.resolve("state"));
  }

  @Test
  void whoHoldsTheLockIsKnownFromTheKernel() throws Exception {
    Path lock = Files.createFile(state.resolve("miner.lock"));
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      assertThat(held.isValid()).isTrue();
      assertThat(new MinerPid(ProcessFiles.ofThisSystem(), state).find(none(), nobody()))
          .contains(ProcessHandle.current().pid());
    }
    assertThat(new MinerPid(ProcessFiles.ofThisSystem(), state).find(none(), nobody())).isEmpty();
  }

  @Test
  void aNumberThatWasWrittenIsBelievedOnlyOfAMiner() throws Exception {
    Files.writeString(state.resolve("miner.pid"), Long.toString(MINER));
    assertThat(found()).as("nobody has the number").isEmpty();
    processes.add(MINER, 1, "postgres", "postgres", "run");
    assertThat(found()).as("another program has it now").isEmpty();
    processes.add(MINER, 1, "java", "java", "io.gasminer.gascli.GasCli", "generator", "logs");
    assertThat(found()).as("another command of gascli").isEmpty();
    processes.add(MINER, 1, "java", "java", "io.gasminer.gascli.GasCli", "generator", "run");
    assertThat(found()).contains(MINER);
  }

  @Test
  void whateverStandsInTheFilesNobodyIsFound() throws Exception {
    Files.createFile(state.resolve("miner.lock"));
    for (String text : new String[] {"", "x", "-1", "99999999999999999999", "1\n2", "0"}) {
      Files.writeString(state.resolve("miner.pid"), text);
      processes.write("locks", "1: POSIX  ADVISORY  WRITE " + text + " 00:00:1 0 EOF\n" + text);
      assertThat(found()).as(text).isEmpty();
    }
  }

  private Optional<Long> found() {
    return new MinerPid(processes.files(), state).find(none(), nobody());
  }

  private static Optional<io.gasminer.miner.vitals.Vitals> none() {
    return Optional.empty();
  }

  private static Optional<Supervised> nobody() {
    return Optional.empty();
  }
}
