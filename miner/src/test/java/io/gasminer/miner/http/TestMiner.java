package io.gasminer.miner.http;

import io.gasminer.bittensor.epistula.EpistulaVerifier;
import io.gasminer.bittensor.epistula.Signer;
import io.gasminer.bittensor.ss58.Ss58Address;
import io.gasminer.bittensor.wallet.Hotkey;
import io.gasminer.miner.SettableClock;
import io.gasminer.miner.admission.Admission;
import io.gasminer.miner.admission.ServiceBoard;
import io.gasminer.miner.chain.MetagraphSnapshot;
import io.gasminer.miner.chain.Refresh;
import io.gasminer.miner.chain.ValidatorRegistry;
import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.events.HttpEvents;
import io.gasminer.miner.events.MinerEvents;
import io.gasminer.miner.task.InMemoryTaskStore;
import io.gasminer.miner.task.Modality;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;

/** A real server on a free port, with everything behind it that needs no disk. */
final class TestMiner implements AutoCloseable {
  static final Hotkey MINER = Hotkey.fromUri("//Bob");
  static final Hotkey VALIDATOR = Hotkey.fromUri("//Alice");
  static final Hotkey POOR_NEURON = Hotkey.fromUri("//Charlie");
  static final Instant START = Instant.ofEpochMilli(1_795_425_661_000L);

  final SettableClock clock = new SettableClock(START);
  final InMemoryTaskStore store;
  final Queue<UUID> nextIds = new ArrayDeque<>();
  private final List<ServiceBoard.Service> services;
  private final HttpLimits limits;
  private final MinerHttpServer server;

  TestMiner(List<ServiceBoard.Service> services, HttpLimits limits, long mostWaiting) {
    this.store = new InMemoryTaskStore(mostWaiting);
    this.services = services;
    this.limits = limits;
    this.server = ((MinerHttpServer.Opening.Listening) openAnother(0)).server();
  }

  /** What becomes of a second server on the port. */
  MinerHttpServer.Opening openAnother(int port) {
    ServiceBoard board = new ServiceBoard(services);
    Admission admission = new Admission(store, board, clock, this::nextId, new MinerEvents());
    ValidatorRegistry registry = new Known();
    MinerIdentity identity = new MinerIdentity(MINER.address(), registry, "1.0.0", START);
    return MinerHttpServer.open(
        "127.0.0.1",
        port,
        limits,
        new EpistulaVerifier(MINER.address(), registry, true),
        new MinerHttpServer.Parts(admission, store, board, identity, limits()),
        clock,
        new HttpEvents(clock));
  }

  static TestMiner withImages() {
    return new TestMiner(List.of(imageService()), HttpLimits.DEFAULT, 1_000);
  }

  static ServiceBoard.Service imageService() {
    return new ServiceBoard.Service(
        "FakeService", true, Map.of(Modality.IMAGE, List.of("image_generation")));
  }

  private UUID nextId() {
    UUID wanted = nextIds.poll();
    return wanted == null ? UUID.randomUUID() : wanted;
  }

  int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
  }

  private static MinerConfig.Limits limits() {
    return new MinerConfig.Limits(
        5, 1_000, Duration.ofMinutes(5), true, Duration.ofDays(1), Duration.ofHours(1));
  }

  /** Alice may call, Charlie has too little, Bob is the miner. */
  private static final class Known implements ValidatorRegistry {
    private final Map<Ss58Address, Signer> neurons = new HashMap<>();

    Known() {
      add(VALIDATOR, 0, 1_000_000);
      add(MINER, 1, 0);
      add(POOR_NEURON, 2, 123.5);
    }

    private void add(Hotkey hotkey, int uid, double stake) {
      neurons.put(hotkey.address(), new Signer(hotkey.address(), uid, stake, stake > 20_000));
    }

    @Override
    public MetagraphSnapshot snapshot() {
      return new MetagraphSnapshot(379, 1, Map.copyOf(neurons), START);
    }

    @Override
    public Optional<Signer> find(Ss58Address hotkey) {
      return snapshot().find(hotkey);
    }

    @Override
    public Refresh refresh() {
      return Refresh.done(snapshot());
    }

    @Override
    public void close() {
      // Nothing watches.
    }
  }
}
