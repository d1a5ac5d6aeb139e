package io.gasminer.miner;

import io.gasminer.bittensor.epistula.Signer;
import io.gasminer.miner.chain.MetagraphSnapshot;
import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.delivery.WebhookStatsFile;
import io.gasminer.miner.events.MinerEvents;
import io.gasminer.miner.events.StatsEvents;
import io.gasminer.miner.steps.TaskRunner;
import io.gasminer.miner.vitals.Vitals;
import io.gasminer.miner.vitals.VitalsFile;
import java.time.Duration;
import java.time.Instant;

/**
 * Owns the files that a running miner keeps for its operator: the statistics of deliveries, and its
 * vitals.
 */
record OperatorFiles(WebhookStatsFile statistics, VitalsFile vitals) implements AutoCloseable {
  private static final Duration STATISTICS_EVERY = Duration.ofMinutes(5);

  /**
   * The files of a miner that starts now.
   *
   * @param port the one that it listens on
   */
  static OperatorFiles of(
      MinerConfig config, Foundations foundations, int port, MinerEvents events) {
    Instant startedAt = foundations.clock().instant();
    return new OperatorFiles(
        new WebhookStatsFile(
            config.storage().stateDir(),
            foundations.stats(),
            foundations.clock(),
            events,
            new StatsEvents()),
        new VitalsFile(config.storage().stateDir(), () -> vitals(foundations, port, startedAt)));
  }

  /** Reads what an earlier life left. */
  void takeUp() {
    statistics.load();
  }

  /** Writes them every so often from now on. */
  void keep(TaskRunner runner) {
    vitals.write();
    runner.every(STATISTICS_EVERY, "the delivery statistics", statistics::tick);
    runner.every(VitalsFile.INTERVAL, "the vitals", vitals::write);
  }

  private static Vitals vitals(Foundations foundations, int port, Instant startedAt) {
    Instant now = foundations.clock().instant();
    MetagraphSnapshot metagraph = foundations.registry().snapshot();
    return new Vitals(
        ProcessHandle.current().pid(),
        Version.current(),
        startedAt,
        now,
        port,
        foundations.hotkey().address().toString(),
        new Vitals.Chain(
            metagraph.find(foundations.hotkey().address()).map(Signer::uid),
            metagraph.block(),
            now.minus(metagraph.age(now))),
        foundations.rack().services(now));
  }

  @Override
  public void close() {
    statistics.save();
    vitals.remove();
  }
}
