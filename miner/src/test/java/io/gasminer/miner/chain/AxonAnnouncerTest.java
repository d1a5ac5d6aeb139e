package io.gasminer.miner.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.bittensor.chain.Axon;
import io.gasminer.bittensor.chain.ServeOutcome;
import io.gasminer.bittensor.ss58.Ss58Address;
import io.gasminer.bittensor.wallet.Hotkey;
import io.gasminer.miner.SettableClock;
import io.gasminer.miner.delivery.Backoff;
import io.gasminer.miner.events.ChainEvents;
import io.gasminer.testkit.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AxonAnnouncerTest {
  private static final Ss58Address BOB = Hotkey.fromUri("//Bob").address();
  private static final InetAddress LOCAL = InetAddress.getLoopbackAddress();
  private static final long VERSION = 1_002_003;

  private final SettableClock clock = new SettableClock(Instant.ofEpochSecond(1_795_425_661));
  private final SynchronousQueue<Duration> pauses = new SynchronousQueue<>();
  private final Semaphore goOn = new Semaphore(0);
  private final Heard heard = new Heard();
  private final FakeChain chain = new FakeChain(BOB).with(BOB, 0);

  @TempDir private Path folder;

  @AfterEach
  void stopListening() {
    heard.close();
  }

  @Test
  void itIsAnnouncedOnceAndLookedAtAgainAfterSixHoursOrWithAnotherUid() throws Exception {
    try (ServerSocket port = answering("{\"detail\":\"Unknown Epistula version\"}");
        ChainRegistry registry = registry();
        AxonAnnouncer _ = start(registry, Optional.of(LOCAL), port.getLocalPort())) {
      assertThat(firstPause()).isEqualTo(Duration.ofMinutes(1));
      assertThat(chain.sent()).containsExactly(Axon.at(LOCAL, port.getLocalPort(), VERSION));
      assertThat(heard.of("axon-served")).hasSize(1);
      assertThat(heard.of("axon-reached")).hasSize(1);
      for (int minute = 1; minute < 360; minute++) {
        nextPause();
      }
      assertThat(heard.of("axon-unchanged")).isEmpty();
      nextPause();
      assertThat(heard.of("axon-unchanged")).hasSize(1);
      chain.deregister(BOB);
      chain.with(Hotkey.fromUri("//Alice").address(), 0).with(BOB, 0);
      registry.refresh();
      nextPause();
      assertThat(heard.of("axon-unchanged")).as("the uid is another").hasSize(2);
      assertThat(chain.sent()).hasSize(1);
    }
  }

  @Test
  void whatTheChainRefusesIsSaidAndTriedAgain() throws Exception {
    chain.answerNextAnnouncementWith(new ServeOutcome.Refused("the address is not valid"));
    try (ChainRegistry registry = registry();
        AxonAnnouncer _ = start(registry, Optional.of(LOCAL), FreePort.find())) {
      assertThat(firstPause()).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30));
      assertThat(heard.of("axon-not-announced"))
          .singleElement()
          .asString()
          .contains("the address is not valid", "BT_AXON_ANNOUNCE=false");
      chain.answerNextAnnouncementWith(new ServeOutcome.TooSoon(3, Duration.ofSeconds(36)));
      assertThat(nextPause()).isEqualTo(Duration.ofSeconds(48));
      chain.answerNextAnnouncementWith(new ServeOutcome.Uncertain("the connection was lost"));
      nextPause();
      assertThat(heard.of("axon-too-soon")).singleElement().asString().contains("3 blocks");
      assertThat(heard.of("axon-uncertain")).hasSize(1);
      nextPause();
      assertThat(heard.of("axon-served")).hasSize(1);
      assertThat(heard.of("axon-not-reached")).singleElement().asString().contains("firewall");
    }
  }

  @Test
  void anAddressThatIsNotFoundIsNotAnnounced() throws Exception {
    try (ChainRegistry registry = registry();
        AxonAnnouncer _ = start(registry, Optional.empty(), 8093)) {
      firstPause();
      assertThat(heard.of("address-not-found"))
          .singleElement()
          .asString()
          .contains("BT_AXON_EXTERNAL_IP");
      assertThat(chain.sent()).isEmpty();
    }
  }

  private AxonAnnouncer start(ChainRegistry registry, Optional<InetAddress> address, int port) {
    return AxonAnnouncer.start(
        chain,
        registry,
        BOB,
        new AxonPlace(address, port, VERSION),
        new AxonAnnouncer.Parts(
            new AddressFinder(List.of(), any -> true, new AddressQuestion(Duration.ofSeconds(1))),
            new Reachability(Duration.ofSeconds(5)),
            this::pause,
            new Random(1)),
        new ChainEvents(clock));
  }

  private void pause(Duration time) throws InterruptedException {
    pauses.put(time);
    goOn.acquire();
  }

  private Duration firstPause() throws InterruptedException {
    return pauses.take();
  }

  /** Lets the pause end, and returns when the next one begins. */
  private Duration nextPause() throws InterruptedException {
    goOn.release();
    return pauses.take();
  }

  private ChainRegistry registry() {
    RegistryStart start =
        new RegistryStart(
            chain,
            new Registration(BOB, 34, "local", "w", "h"),
            folder,
            List.of("local"),
            clock,
            clock::advance,
            new ChainEvents(clock));
    RefreshRhythm still =
        new RefreshRhythm(
            Duration.ofHours(1),
            Duration.ZERO,
            new Backoff(Duration.ofHours(1), Duration.ofHours(1)),
            new Random(1));
    return ((RegistryStart.Outcome.Filled) start.look(still)).registry();
  }

  @Test
  void onlyAMinerIsReached() throws Exception {
    Reachability shortly = new Reachability(Duration.ofMillis(300));
    assertThat(shortly.isReached(LOCAL, FreePort.find())).isFalse();
    try (ServerSocket silent = new ServerSocket(0, 9, LOCAL);
        ServerSocket proxy = answering("Bad Gateway");
        ServerSocket miner = answering("Unknown Epistula version")) {
      assertThat(shortly.isReached(LOCAL, silent.getLocalPort())).isFalse();
      assertThat(shortly.isReached(LOCAL, proxy.getLocalPort())).isFalse();
      assertThat(new Reachability(Duration.ofSeconds(5)).isReached(LOCAL, miner.getLocalPort()))
          .isTrue();
    }
  }

  private static ServerSocket answering(String words) throws IOException {
    ServerSocket server = new ServerSocket(0, 9, LOCAL);
    Thread.ofVirtual().start(() -> answer(server, words));
    return server;
  }

  private static void answer(ServerSocket server, String words) {
    while (!server.isClosed()) {
      try (Socket caller = server.accept()) {
        caller.getInputStream().read(new byte[4_096]);
        caller
            .getOutputStream()
            .write(("HTTP/1.1 400 Bad Request\r\n\r\n" + words).getBytes(StandardCharsets.UTF_8));
      } catch (IOException gone) {
        // The next caller is waited for, or the test is over.
      }
    }
  }
}
