package io.gasminer.gascli.doctor;

import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.store.ArchiveOpening;
import io.gasminer.miner.store.Archives;
import io.gasminer.miner.task.StoreUnavailable;
import io.gasminer.miner.task.TaskArchive;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Owns the count of the challenges that came lately: the one proof that validators reach the miner.
 *
 * @param inADay 0 also where it is not known
 */
record Arrivals(long inADay) {
  private static final Duration DAY = Duration.ofDays(1);

  static Shared<Arrivals> of(MinerConfig.Storage storage, InstantSource clock) {
    return Shared.reckoning(
        () -> {
          ArchiveOpening opening = Archives.open(storage.databaseUrl(), storage.stateDir());
          if (!(opening instanceof ArchiveOpening.Opened(TaskArchive opened))) {
            return new Arrivals(0);
          }
          try (TaskArchive archive = opened) {
            return new Arrivals(archive.since(clock.instant().minus(DAY)).total());
          } catch (StoreUnavailable away) {
            return new Arrivals(0);
          }
        });
  }
}
