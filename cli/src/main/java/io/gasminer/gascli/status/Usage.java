package io.gasminer.gascli.status;

import java.time.Duration;
import java.util.Optional;

/**
 * Owns what a process takes of the machine.
 *
 * @param cpu the share of one processor over the last moment, in per cent
 * @param cpuOnAverage the same since it started
 * @param memory in bytes, as it stands in RAM
 */
public record Usage(
    long pid,
    Optional<Duration> uptime,
    Optional<Double> cpu,
    Optional<Double> cpuOnAverage,
    Optional<Long> memory) {}
