package io.gasminer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gasminer.gascli.process.Account;
import io.gasminer.gascli.process.Supervision;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The miner in the background, as the operator starts, loses, stops and forgets it. */
class ProcessControlAcceptanceTest {
  private static final Duration HEALED_WITHIN = Duration.ofSeconds(5);
  private static final Duration SOON = Duration.ofMinutes(3);
  private static final long SUPERVISOR_KIB = 60 * 1024;

  @TempDir private Path temp;

  @Test
  void whatIsKilledIsHealedAndNothingThatWasAcceptedIsLost() throws Exception {
    try (Background miner = Background.with(temp, Map.of("SANDBOX_LATENCY", "2"))) {
      Gascli started = miner.generator("start");
      assertThat(started.exitCode()).as(started.out() + started.err()).isZero();
      assertThat(started.out())
          .contains(
              "The miner runs and answers",
              Long.toString(miner.miner()),
              miner.folder.miner().address().toString(),
              miner.folder.log().toString());
      assertSmall(miner.supervisor());
      aKilledMinerIsHealed(miner);
      aKilledSupervisorIsReplacedByTheNextStart(miner);
      aKilledMinerIsHealed(miner);
      assertThat(miner.account().history().restarts()).isEqualTo(2);
      assertThat(Files.readString(miner.supervision().processLog())).contains("signal KILL");
    }
  }

  private static void aKilledMinerIsHealed(Background miner) throws Exception {
    String task = miner.challenge();
    long before = miner.miner();
    Background.kill(before);
    Rehearsal.await(
        "another miner is started",
        HEALED_WITHIN,
        () -> miner.account().miner().filter(running -> running.pid() != before).isPresent());
    Rehearsal.await("it answers", SOON, miner::isHealthy);
    miner.awaitDelivery(task);
  }

  private static void aKilledSupervisorIsReplacedByTheNextStart(Background miner) throws Exception {
    long before = miner.miner();
    Background.kill(miner.supervisor());
    Rehearsal.await(
        "the miner is alone",
        SOON,
        () -> miner.supervision().condition() == Supervision.Condition.ORPHANED);
    miner.awaitDelivery(miner.challenge());
    Gascli again = miner.generator("start");
    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.err()).contains("supervisor had been killed", "was not disturbed");
    assertThat(miner.supervision().condition()).isEqualTo(Supervision.Condition.SUPERVISED);
    assertThat(miner.miner()).isEqualTo(before);
    Rehearsal.await("it is known to answer", SOON, miner::isHealthy);
  }

  @Test
  void aSecondStartARestartAStopAndADeleteDoWhatTheySayAndNoMore() throws Exception {
    try (Background miner = Background.with(temp, Map.of())) {
      assertThat(miner.generator("start", "--logging.level", "debug").exitCode()).isZero();
      long first = miner.miner();
      Gascli second = miner.generator("start");
      assertThat(second.exitCode()).as(second.err()).isZero();
      assertThat(second.out()).contains("runs already, since", Long.toString(first));
      assertThat(miner.miner()).isEqualTo(first);
      miner.awaitDelivery(miner.challenge());

      Gascli restarted = miner.generator("restart");
      assertThat(restarted.exitCode()).as(restarted.out() + restarted.err()).isZero();
      assertThat(miner.miner()).isNotEqualTo(first);
      assertThat(miner.account().serving().command())
          .as("the flags it was started with")
          .contains("--bt-logging-level=debug");

      Gascli logs = miner.generator("logs", "--lines", "5");
      assertThat(logs.out().lines().toList()).as(logs.err()).hasSizeBetween(5, 30);
      assertThat(logs.out()).contains("serves as " + miner.folder.miner().address());

      Gascli stopped = miner.generator("stop");
      assertThat(stopped.exitCode()).as(stopped.err()).isZero();
      assertThat(stopped.out()).contains("The miner has stopped");
      assertThat(miner.supervision().condition()).isEqualTo(Supervision.Condition.NONE);
      assertThat(miner.account().state()).isEqualTo(Account.State.STOPPED);
      assertThat(ProcessHandle.of(first).filter(ProcessHandle::isAlive)).isEmpty();

      Gascli deleted = miner.generator("delete");
      assertThat(deleted.exitCode()).as(deleted.err()).isZero();
      assertThat(deleted.out()).contains("No miner ran", "are where they were");
      assertThat(miner.folder.state().resolve("process")).doesNotExist();
      assertThat(List.of(miner.folder.state().resolve("tasks.db"), miner.folder.hotkeyFile()))
          .allSatisfy(file -> assertThat(file).exists());
      assertThat(miner.folder.log()).exists();
    }
  }

  @Test
  void aMinerThatNoRestartHelpsIsNotRestarted() throws Exception {
    try (Background miner = Background.with(temp, Map.of())) {
      Files.writeString(miner.folder.metagraphFile(), "{\"netuid\": 34, \"neurons\": [");
      Gascli started = miner.generator("start");
      assertThat(started.exitCode()).as(started.out() + started.err()).isEqualTo(2);
      assertThat(started.err())
          .contains("did not start (exit code 2", "BT_METAGRAPH_FILE", "put a whole snapshot");
      assertThat(miner.account().state()).isEqualTo(Account.State.FAILED);
      assertThat(miner.account().history().restarts()).isZero();
      Rehearsal.await(
          "the supervisor has ended", SOON, () -> miner.supervision().supervisor().isEmpty());
      Gascli logs = miner.generator("logs");
      assertThat(logs.out()).contains("BT_METAGRAPH_FILE", "stays down");
    }
  }

  @Test
  void aMinerThatWasStartedOtherwiseIsNeitherStartedTwiceNorStopped() throws Exception {
    try (Background miner = Background.with(temp, Map.of());
        Rehearsal byHand = Rehearsal.in(miner.folder)) {
      byHand.startMiner();
      Gascli started = miner.generator("start");
      assertThat(started.exitCode()).as(started.err()).isZero();
      assertThat(started.out()).contains("runs already", "gascli did not start it", "kill ");
      for (String command : List.of("stop", "restart", "delete")) {
        Gascli refused = miner.generator(command);
        assertThat(refused.exitCode()).as(command).isEqualTo(2);
        assertThat(refused.err()).contains("gascli did not start it", "Next step");
      }
      assertThat(byHand.challenge("image", Rehearsal.SMALL)).isPresent();
    }
  }

  @Test
  void allThatKeepsItFromStartingIsNamedAtOnce() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(other.getLocalPort());
      assertRefused(
          Map.of(
              "BT_AXON_PORT", port,
              "BT_AXON_PROT", "8093",
              "BT_WALLET_HOTKEY", "absent",
              "IMAGE_SERVICE", "openai"),
          4,
          "cannot listen on 127.0.0.1:" + port,
          "BT_AXON_PROT, which is no setting",
          "hotkeys/absent does not exist",
          "set OPENAI_API_KEY");
    }
  }

  @Test
  void aPortThatIsTaken() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(other.getLocalPort());
      assertRefused(Map.of("BT_AXON_PORT", port), 1, "cannot listen on 127.0.0.1:" + port);
    }
  }

  @Test
  void aWalletThatIsLockedWhereNobodyCanBeAsked() throws Exception {
    try (Background miner = Background.with(temp, Map.of())) {
      Files.write(
          miner.folder.hotkeyFile(),
          "$NACL\u0001\u0002\u0003".getBytes(StandardCharsets.ISO_8859_1));
      Gascli refused = miner.generator("start");
      assertThat(refused.exitCode()).isEqualTo(2);
      assertThat(refused.err())
          .contains("is encrypted (NaCl)", "BT_WALLET_PASSWORD_FILE", "in a terminal");
    }
  }

  @Test
  void aStateFolderThatCannotBeWritten() throws Exception {
    Path file = Files.createFile(temp.resolve("a-file"));
    assertRefused(
        Map.of("MINER_STATE_DIR", file.resolve("state").toString()),
        1,
        "the state folder " + file + "/state cannot be written",
        "MINER_STATE_DIR");
  }

  private void assertRefused(Map<String, String> settings, int problems, String... words)
      throws Exception {
    try (Background miner = Background.with(temp, settings)) {
      Gascli refused = miner.generator("start");
      assertThat(refused.exitCode()).as(refused.out() + refused.err()).isEqualTo(2);
      assertThat(refused.err()).contains("The miner is not started:", "Next step").contains(words);
      assertThat(refused.err().lines().filter(line -> line.startsWith("  - ")))
          .as(refused.err())
          .hasSize(problems);
      assertThat(refused.err()).doesNotContain("\tat ", "Exception in");
      assertThat(miner.folder.state().resolve("process")).doesNotExist();
    }
  }

  private static void assertSmall(long pid) throws IOException {
    Path status = Path.of("/proc/" + pid + "/status");
    assumeTrue(Files.exists(status), "skipped: this system has no /proc");
    long resident =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .findFirst()
            .orElseThrow();
    assertThat(resident).as("KiB of memory").isLessThan(SUPERVISOR_KIB);
  }
}
