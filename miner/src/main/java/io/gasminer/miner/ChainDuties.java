package io.gasminer.miner;

import io.gasminer.miner.chain.AddressFinder;
import io.gasminer.miner.chain.AddressQuestion;
import io.gasminer.miner.chain.AxonAnnouncer;
import io.gasminer.miner.chain.AxonPlace;
import io.gasminer.miner.chain.Reachability;
import io.gasminer.miner.chain.RefreshDesk;
import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.delivery.EgressGuard;
import io.gasminer.miner.delivery.Resolver;
import io.gasminer.miner.events.ChainEvents;
import io.gasminer.miner.task.Pause;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Owns what the miner does about the chain while it serves: refreshes on demand, its axon. */
record ChainDuties(RefreshDesk desk, Optional<AxonAnnouncer> announcer) implements AutoCloseable {
  private static final Duration ADDRESS_WITHIN = Duration.ofSeconds(10);
  private static final Duration REACHED_WITHIN = Duration.ofSeconds(5);

  /** Takes them up; the port is open, and nothing here waits. */
  static ChainDuties takeUp(MinerConfig config, Foundations foundations, int port) {
    Pause pause = Pause.real();
    ChainEvents events = foundations.chainEvents();
    return new ChainDuties(
        RefreshDesk.open(config.storage().stateDir(), foundations.registry(), pause, events),
        foundations
            .chain()
            .filter(chain -> config.chain().announcing().wanted())
            .map(
                chain ->
                    AxonAnnouncer.start(
                        chain,
                        foundations.registry(),
                        foundations.hotkey().address(),
                        place(config.chain().announcing(), port),
                        new AxonAnnouncer.Parts(
                            finder(), new Reachability(REACHED_WITHIN), pause, new SecureRandom()),
                        events)));
  }

  private static AxonPlace place(MinerConfig.Announcing announcing, int port) {
    return new AxonPlace(
        announcing.externalIp(), announcing.externalPort().orElse(port), Version.number());
  }

  private static AddressFinder finder() {
    EgressGuard guard = EgressGuard.allowing(Resolver.system(), List.of());
    return new AddressFinder(
        AddressFinder.SERVICES, guard::isAllowed, new AddressQuestion(ADDRESS_WITHIN));
  }

  @Override
  public void close() {
    announcer.ifPresent(AxonAnnouncer::close);
    desk.close();
  }
}
