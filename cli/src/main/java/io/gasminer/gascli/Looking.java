package io.gasminer.gascli;

import io.gasminer.bittensor.ss58.Ss58Address;
import io.gasminer.gascli.status.ArchiveLedger;
import io.gasminer.gascli.status.MinerStatus;
import io.gasminer.gascli.status.OwnSupervision;
import io.gasminer.gascli.status.Place;
import io.gasminer.gascli.status.StatusLook;
import io.gasminer.miner.config.ConfigLoader;
import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.task.Pause;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** Owns the looking at the miner of the settings in force, even where they are broken. */
final class Looking {
  private Looking() {}

  /** What is seen. */
  static MinerStatus at(CommandSpec spec, Settled settled) throws InterruptedException {
    Map<String, String> flags = SettingFlags.given(spec);
    Set<String> problems = new LinkedHashSet<>();
    if (settled.load(spec) instanceof ConfigLoader.Outcome.Problems(List<String> found, var _)) {
      problems.addAll(found);
    }
    List<String> again = new ArrayList<>();
    MinerConfig.Storage storage = settled.storage(spec, flags, again);
    MinerConfig.Chain chain = settled.chain(spec, flags, again);
    problems.addAll(again);
    Place place =
        new Place(
            storage.stateDir(),
            chain.listening().address(),
            chain.listening().port(),
            OwnHotkey.address(chain.wallet()).map(Ss58Address::toString),
            List.copyOf(problems));
    InstantSource clock = InstantSource.system();
    return new StatusLook(
            place,
            new OwnSupervision(storage.stateDir(), Pause.real()),
            new ArchiveLedger(storage.databaseUrl(), storage.stateDir(), clock),
            clock,
            Pause.real())
        .look();
  }
}
