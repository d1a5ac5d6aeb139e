package io.gasminer.miner.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.bittensor.ss58.Ss58Address;
import io.gasminer.bittensor.wallet.Hotkey;
import io.gasminer.miner.SettableClock;
import io.gasminer.miner.delivery.Backoff;
import io.gasminer.miner.events.ChainEvents;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainRegistryTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_795_425_661);
  private static final Ss58Address ALICE = Hotkey.fromUri("//Alice").address();
  private static final Ss58Address BOB = Hotkey.fromUri("//Bob").address();
  private static final Ss58Address DAVE = Hotkey.fromUri("//Dave").address();
  private static final List<String> MAINNET = List.of("wss://entrypoint-finney.opentensor.ai:443");
  // Where no test advances the clock, nothing is due but what a test tells.
  private static final RefreshRhythm RHYTHM =
      new RefreshRhythm(
          Duration.ofHours(1),
          Duration.ZERO,
          new Backoff(Duration.ofSeconds(15), Duration.ofMinutes(2)),
          new Random(1));

  private final SettableClock clock = new SettableClock(NOW);
  private final Heard heard = new Heard();
  private final FakeChain chain = new FakeChain(BOB).with(ALICE, 1_000_000).with(BOB, 0);

  @TempDir private Path folder;

  @AfterEach
  void stopListening() {
    heard.close();
  }

  @Test
  void theMetagraphIsKeptForItsOwnerAloneInTheFormThatTheFileTakes() throws Exception {
    try (ChainRegistry registry = filled(look(chain, MAINNET))) {
      assertThat(registry.find(ALICE).orElseThrow().stake()).isEqualTo(1_000_000);
      Path file = folder.resolve("state/metagraph-34.json");
      assertThat(MetagraphSnapshot.parse(Files.readAllBytes(file), NOW.plusSeconds(9)))
          .isEqualTo(registry.snapshot());
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      try (var files = Files.list(file.getParent())) {
        assertThat(files).containsExactly(file);
      }
    }
  }

  @Test
  void aHotkeyThatIsNotRegisteredIsToldTheCommand() {
    chain.deregister(BOB);
    assertThat(look(chain, MAINNET))
        .isInstanceOfSatisfying(
            RegistryStart.Outcome.NotRegistered.class,
            refused ->
                assertThat(refused.reason())
                    .contains(
                        BOB.toString(),
                        "btcli subnets register --netuid 34 --wallet.name w --wallet.hotkey h"));
  }

  @Test
  void withoutTheChainAndWithoutAnEarlierMetagraphItIsWaitedForTwoMinutes() {
    chain.goAway("nothing listens there");
    assertThat(look(chain, MAINNET))
        .isInstanceOfSatisfying(
            RegistryStart.Outcome.Unknown.class,
            unknown ->
                assertThat(unknown.reason())
                    .contains("nothing listens there", MAINNET.getFirst(), "BT_CHAIN_ENDPOINT"));
    assertThat(Duration.between(NOW, clock.instant())).isEqualTo(Duration.ofMinutes(2));
    assertThat(heard.of("waiting-for-the-chain")).hasSize(1);
  }

  @Test
  void withoutTheChainTheEarlierMetagraphServesAndTheChainIsAskedOnItsReturn() throws Exception {
    filled(look(chain, MAINNET)).close();
    clock.advance(Duration.ofHours(5));
    FakeChain away = new FakeChain(BOB).with(ALICE, 1).with(BOB, 0).with(DAVE, 30_000);
    away.goAway("nothing listens there");
    try (ChainRegistry registry = filled(look(away, MAINNET))) {
      assertThat(registry.find(ALICE).orElseThrow().stake()).isEqualTo(1_000_000);
      assertThat(registry.snapshot().age(clock.instant())).isEqualTo(Duration.ofHours(5));
      assertThat(heard.of("metagraph-from-disk")).singleElement().asString().contains("5 h old");
      away.tell(new ChainView.Next.Quiet());
      assertThat(heard.of("metagraph-kept")).hasSize(1);
      away.comeBack();
      clock.advance(Duration.ofMinutes(1));
      away.tell(new ChainView.Next.Gap());
      assertThat(registry.find(DAVE)).isPresent();
      assertThat(registry.snapshot().age(clock.instant())).isZero();
    }
  }

  @Test
  void anEarlierMetagraphOfAnotherChainOrADamagedOneIsNotUsed() throws Exception {
    filled(look(chain, MAINNET)).close();
    chain.goAway("away");
    assertThat(look(chain, List.of("wss://test.finney.opentensor.ai:443")))
        .isInstanceOf(RegistryStart.Outcome.Unknown.class);
    Files.writeString(folder.resolve("state/metagraph-34.json"), "{\"neurons\": [");
    assertThat(look(chain, MAINNET)).isInstanceOf(RegistryStart.Outcome.Unknown.class);
    assertThat(heard.of("metagraph-unusable")).hasSize(1);
  }

  @Test
  void itIsReadInEachEpochAfterAReconnectWhenItIsOldAndOnDemand() throws Exception {
    try (ChainRegistry registry = filled(look(chain, MAINNET))) {
      chain.with(DAVE, 30_000);
      chain.tell(new ChainView.Next.Block(325));
      assertThat(registry.find(DAVE)).as("still the first epoch").isEmpty();
      chain.mine(325);
      chain.tell(new ChainView.Next.Block(326));
      assertThat(registry.find(DAVE)).as("326 + 34 + 1 is one epoch").isPresent();
      assertThat(chain.readings()).isEqualTo(2);
      chain.tell(new ChainView.Next.Block(327));
      assertThat(chain.readings()).isEqualTo(2);
      chain.tell(new ChainView.Next.Gap());
      assertThat(chain.readings()).isEqualTo(3);
      clock.advance(Duration.ofSeconds(361 * 12));
      chain.tell(new ChainView.Next.Quiet());
      assertThat(chain.readings()).isEqualTo(4);
      assertThat(registry.refresh()).isEqualTo(new Refresh.Done(326, 3, 2));
    }
  }

  @Test
  void anOutageLeavesTheLastInForceAndIsRetriedEverMoreSeldom() throws Exception {
    try (ChainRegistry registry = filled(look(chain, MAINNET))) {
      chain.goAway("the node does not answer");
      clock.advance(Duration.ofSeconds(5));
      chain.tell(new ChainView.Next.Gap());
      assertThat(registry.find(ALICE)).isPresent();
      assertThat(registry.refresh())
          .isEqualTo(new Refresh.Kept("the node does not answer", 1, Duration.ofSeconds(5)));
      int readings = chain.readings();
      chain.tell(new ChainView.Next.Block(2));
      assertThat(chain.readings()).as("not before 15 s are over").isEqualTo(readings);
      for (int i = 0; i < 60; i++) {
        clock.advance(Duration.ofMinutes(1));
        chain.tell(new ChainView.Next.Quiet());
      }
      assertThat(chain.readings() - readings).isBetween(28, 60);
      assertThat(heard.of("metagraph-kept")).hasSizeBetween(6, 7);
      assertThat(registry.find(ALICE)).isPresent();
    }
  }

  @Test
  void aNodeThatNamesNobodyTakesNobodysPlace() throws Exception {
    try (ChainRegistry registry = filled(look(chain, MAINNET))) {
      chain.deregister(ALICE);
      chain.deregister(BOB);
      assertThat(registry.refresh()).isInstanceOf(Refresh.Kept.class);
      assertThat(registry.find(ALICE)).isPresent();
    }
  }

  @Test
  void aRegistrationThatIsLostIsSaidAtEachReadingAndItsReturnToo() throws Exception {
    try (ChainRegistry registry = filled(look(chain, MAINNET))) {
      chain.deregister(BOB);
      registry.refresh();
      registry.refresh();
      assertThat(heard.of("not-registered"))
          .hasSize(2)
          .allSatisfy(line -> assertThat(line).contains("btcli subnets register --netuid 34"));
      assertThat(registry.find(ALICE)).as("it goes on serving").isPresent();
      chain.with(DAVE, 0).with(BOB, 0);
      registry.refresh();
      assertThat(heard.of("registered")).singleElement().asString().contains("as uid 2 again");
      registry.refresh();
      assertThat(heard.of("registered")).hasSize(1);
    }
  }

  private RegistryStart.Outcome look(ChainView view, List<String> endpoints) {
    return new RegistryStart(
            view,
            new Registration(BOB, 34, endpoints.getFirst(), "w", "h"),
            folder.resolve("state"),
            endpoints,
            clock,
            clock::advance,
            new ChainEvents(clock))
        .look(RHYTHM);
  }

  private static ChainRegistry filled(RegistryStart.Outcome outcome) {
    assertThat(outcome).isInstanceOf(RegistryStart.Outcome.Filled.class);
    return ((RegistryStart.Outcome.Filled) outcome).registry();
  }
}
