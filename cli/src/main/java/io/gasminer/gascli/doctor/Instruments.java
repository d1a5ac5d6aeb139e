package io.gasminer.gascli.doctor;

import io.gasminer.miner.chain.AddressFinder;
import io.gasminer.miner.chain.AddressQuestion;
import io.gasminer.miner.delivery.EgressGuard;
import io.gasminer.miner.delivery.Resolver;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Owns what the checks look with.
 *
 * @param bound how long one check may take
 * @param timeServers asked for the time
 * @param proc where the kernel shows its processes; what is not there is not known
 * @param machine what the process runs on
 */
public record Instruments(
    InstantSource clock,
    RandomGenerator random,
    Duration bound,
    List<TimeServer> timeServers,
    AddressFinder finder,
    Volumes volumes,
    Path proc,
    Machine machine) {
  private static final Duration ADDRESS_WITHIN = Duration.ofSeconds(4);

  /** This machine and the internet. */
  public static Instruments real(Duration bound, List<TimeServer> timeServers) {
    EgressGuard guard = EgressGuard.allowing(Resolver.system(), List.of());
    return new Instruments(
        InstantSource.system(),
        new SecureRandom(),
        bound,
        timeServers,
        new AddressFinder(
            AddressFinder.SERVICES, guard::isAllowed, new AddressQuestion(ADDRESS_WITHIN)),
        Volumes.real(),
        Path.of("/proc"),
        Machine.ofThisProcess());
  }

  /** How long one question within a check may take, so that its answer is told in its own words. */
  Duration patience() {
    return bound.multipliedBy(3).dividedBy(4);
  }
}
