package io.gasminer.gascli.doctor;

import io.gasminer.gascli.charge.Charge;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/**
 * Whether a miner runs on the state folder, and who starts it again when it ends.
 *
 * @param charges tells who is in charge of a process
 */
record MinerCheck(Path stateDir, OptionalLong pid, LongFunction<Charge> charges) implements Check {
  @Override
  public String subject() {
    return "miner";
  }

  @Override
  public List<Finding> look() {
    if (pid.isEmpty()) {
      return List.of(
          new Finding.Ok("none runs on " + stateDir + "; 'gascli generator start' starts it"));
    }
    String what = "process " + pid.getAsLong() + " runs on " + stateDir;
    Charge charge = charges.apply(pid.getAsLong());
    return List.of(
        charge instanceof Charge.Hand || charge instanceof Charge.Gone
            ? new Finding.Warning(
                what + ", started by hand",
                "when it ends, nothing starts it again",
                "'gascli generator start', the systemd unit or PM2 keep it running")
            : new Finding.Ok(what + ", in charge: " + charge.words()));
  }
}
