package io.gasminer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.bittensor.chain.Axon;
import io.gasminer.bittensor.epistula.EpistulaSigner;
import io.gasminer.bittensor.wallet.Hotkey;
import io.gasminer.gascli.rehearsal.Challenger;
import io.gasminer.gascli.rehearsal.RehearsalFolder;
import io.gasminer.testkit.Chainkit;
import io.gasminer.testkit.FreePort;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The miner on a chain: the real runtime on loopback; skipped where there is none. */
class ChainAcceptanceTest {
  private static final Hotkey ALICE = Hotkey.fromUri("//Alice");
  private static final Hotkey BOB = Hotkey.fromUri("//Bob");
  private static final Hotkey DAVE = Hotkey.fromUri("//Dave");
  private static final Hotkey EVE = Hotkey.fromUri("//Eve");
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration RECONNECT = Duration.ofMinutes(2);
  private static final Duration BETWEEN_CALLS = Duration.ofSeconds(5);

  /**
   * How long the node is away: -Dgasminer.chain.outage=PT5M plays what miners have lived through.
   */
  private static final Duration OUTAGE =
      Duration.parse(System.getProperty("gasminer.chain.outage", "PT5S"));

  // SubtensorModule.TotalHotkeyAlpha of //Dave on subnet 34, and 50,000 alpha.
  private static final String DAVES_ALPHA =
      "0x658faa385070e074c85bf6b568cf0555ee25c3b5b1886863480497907f1829e6e5e802737cce3a54b0bc9e3d3e6b"
          + "e26e306721211d5404bd9da88e0204360a1a9ab8b87c66c1bc2fcdd37f3c2222cc202200";
  private static final String FIFTY_THOUSAND = "0x00203d88792d0000";

  @TempDir private Path temp;

  @Test
  void aMinerLivesOnTheChainAndOutlivesItsNode() throws Exception {
    try (Chainkit chain = Chainkit.start()) {
      int port = FreePort.find();
      aStrangerIsToldToRegister(chain, port);
      try (Rehearsal rehearsal = Rehearsal.in(folder(BOB, chain, port))) {
        rehearsal.startMiner();
        theAxonIsAnnouncedOnce(rehearsal, chain, port);
        assertThat(rehearsal.challenge("image", Rehearsal.SMALL)).isPresent();
        aValidatorWithNewStakeIsTakenAfterARefresh(rehearsal, chain);
        anOutageLosesNothing(rehearsal, chain);
        assertThat(rehearsal.miner().mistakes()).isEmpty();
      }
    }
  }

  @Test
  void aMinerLivesOnAnOlderRuntimeToo() throws Exception {
    try (Chainkit chain = Chainkit.start("state-sn34-8-spec103")) {
      int port = FreePort.find();
      aStrangerIsToldToRegister(chain, port);
      try (Rehearsal rehearsal = Rehearsal.in(folder(BOB, chain, port))) {
        rehearsal.startMiner();
        theAxonIsAnnouncedOnce(rehearsal, chain, port);
        assertThat(challengeBy(ALICE, rehearsal)).as("nobody has stake in it").isEqualTo(401);
        assertThat(rehearsal.miner().mistakes()).isEmpty();
      }
    }
  }

  private void aStrangerIsToldToRegister(Chainkit chain, int port) throws Exception {
    RehearsalFolder folder = folder(EVE, chain, port);
    Gascli run = gascli(folder, "run");
    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.err())
        .contains(
            EVE.address() + " is not registered on subnet 34",
            "btcli subnets register --netuid 34 --wallet.name rehearsal --wallet.hotkey default");
  }

  private static void theAxonIsAnnouncedOnce(Rehearsal rehearsal, Chainkit chain, int port)
      throws Exception {
    awaitEvent(rehearsal, "axon-served", 1, SOON);
    Axon announced = new ChainCalls(chain).axon(BOB.address()).orElseThrow();
    assertThat(announced.place()).isEqualTo("203.0.113.7:" + port);
    assertThat(rehearsal.stopMiner()).isZero();
    rehearsal.startMiner();
    awaitEvent(rehearsal, "axon-unchanged", 1, SOON);
    assertThat(new ChainCalls(chain).axon(BOB.address())).contains(announced);
    assertThat(events(rehearsal, "axon-served")).isEqualTo(1);
  }

  private static void aValidatorWithNewStakeIsTakenAfterARefresh(
      Rehearsal rehearsal, Chainkit chain) throws Exception {
    assertThat(challengeBy(DAVE, rehearsal)).isEqualTo(401);
    new ChainCalls(chain).call("dev_setStorage", List.of(List.of(DAVES_ALPHA, FIFTY_THOUSAND)));
    Gascli refresh = gascli(rehearsal.miner().folder, "refresh");
    assertThat(refresh.exitCode()).as(refresh.err()).isZero();
    assertThat(refresh.out()).contains("8 neurons, 3 of them have the stake to call");
    assertThat(challengeBy(DAVE, rehearsal)).isEqualTo(201);
  }

  private static void anOutageLosesNothing(Rehearsal rehearsal, Chainkit chain) throws Exception {
    chain.goAway();
    validatorsAreServed(rehearsal, OUTAGE);
    Gascli refresh = gascli(rehearsal.miner().folder, "refresh");
    assertThat(refresh.exitCode()).as(refresh.out()).isEqualTo(1);
    assertThat(refresh.err()).contains("stays in force");
    rehearsal.killMiner();
    rehearsal.startMiner();
    assertThat(events(rehearsal, "metagraph-from-disk")).isEqualTo(1);
    assertThat(challengeBy(DAVE, rehearsal)).as("known from the disk").isEqualTo(201);
    long before = events(rehearsal, "metagraph-loaded");
    chain.comeBack();
    Rehearsal.await(
        "the metagraph of the chain that is back",
        RECONNECT,
        () -> events(rehearsal, "metagraph-loaded") > before);
    assertThat(rehearsal.challenge("image", Rehearsal.SMALL)).isPresent();
    assertThat(rehearsal.miner().challenger().get("/health").body())
        .containsPattern("\"metagraph\": \\{\"block\": \\d+, \"age\": \\d");
  }

  private static void validatorsAreServed(Rehearsal rehearsal, Duration time) throws Exception {
    long end = System.nanoTime() + time.toNanos();
    long next = System.nanoTime();
    List<Integer> answers = new ArrayList<>();
    while (System.nanoTime() < end) {
      answers.add(challengeBy(ALICE, rehearsal));
      answers.add(challengeBy(DAVE, rehearsal));
      next += BETWEEN_CALLS.toNanos();
      long due = Math.min(next, end);
      Rehearsal.await("the next call", BETWEEN_CALLS.plus(SOON), () -> System.nanoTime() >= due);
    }
    assertThat(answers).isNotEmpty().containsOnly(201);
    assertThat(rehearsal.challenge("image", Rehearsal.SMALL)).isPresent();
  }

  private static int challengeBy(Hotkey validator, Rehearsal rehearsal) throws Exception {
    EpistulaSigner signer =
        new EpistulaSigner(validator, InstantSource.system(), () -> UUID.randomUUID().toString());
    int port = Integer.parseInt(setting(rehearsal.miner().folder, "BT_AXON_PORT"));
    try (Challenger challenger =
        new Challenger(
            signer,
            BOB.address(),
            URI.create("http://127.0.0.1:" + port),
            rehearsal.receiver().url())) {
      Challenger.Answer answer =
          challenger.challenge("image", "a lighthouse at dusk", Rehearsal.SMALL);
      answer.taskId().ifPresent(rehearsal.receiver()::know);
      return answer.status();
    }
  }

  private static String setting(RehearsalFolder folder, String name) throws IOException {
    return Files.readAllLines(folder.envFile()).stream()
        .filter(line -> line.startsWith(name + "="))
        .map(line -> line.substring(name.length() + 1))
        .findFirst()
        .orElseThrow();
  }

  private static Gascli gascli(RehearsalFolder folder, String command) throws Exception {
    return Gascli.run(
        folder.path(), "generator", command, "--env-file", folder.envFile().toString());
  }

  private static void awaitEvent(Rehearsal rehearsal, String event, long times, Duration limit)
      throws InterruptedException {
    Rehearsal.await(event, limit, () -> events(rehearsal, event) >= times);
  }

  private static long events(Rehearsal rehearsal, String event) {
    return rehearsal.miner().log().lines().filter(line -> line.contains('"' + event + '"')).count();
  }

  private RehearsalFolder folder(Hotkey miner, Chainkit chain, int port) throws IOException {
    return RehearsalFolder.between(
        miner,
        ALICE,
        temp,
        Map.of(
            "BT_CHAIN_ENDPOINT",
            chain.address(),
            "BT_METAGRAPH_FILE",
            "",
            "BT_AXON_PORT",
            Integer.toString(port),
            "BT_AXON_EXTERNAL_IP",
            "203.0.113.7"),
        InstantSource.system().instant());
  }
}
