package io.gasminer.gascli.status;

import io.gasminer.gascli.charge.Charge;
import io.gasminer.miner.vitals.Vitals;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Owns what is seen of a miner at one moment.
 *
 * @param words what its state means at this moment; empty where the state says it all
 * @param usage of its process, where that is seen
 * @param port the one that it listens on; empty where that is not known
 * @param hotkey as it says itself, else as the settings say
 * @param vitals what it says of itself; empty where it does not run, or cannot write
 * @param warnings what should be known besides, each with what to do
 * @param next what to do where it does not run
 */
public record MinerStatus(
    Instant at,
    Path stateDir,
    State state,
    String words,
    Optional<Usage> usage,
    Charge charge,
    Optional<Supervised> supervised,
    Optional<Integer> port,
    Optional<String> hotkey,
    Optional<Vitals> vitals,
    Ledger ledger,
    List<String> warnings,
    Optional<String> next) {}
