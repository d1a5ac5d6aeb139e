package io.gasminer.gascli.status;

import io.gasminer.gascli.charge.Charge;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Owns what is seen of a miner at one moment.
 *
 * @param words what its state means at this moment; empty where the state says it all
 * @param usage of its process, where that is seen
 * @param port the one that it listens on; empty where that is not known
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
    Identity identity,
    List<Service> services,
    Ledger ledger,
    List<String> warnings,
    Optional<String> next) {
  /**
   * Who it is, as it says itself, else as the settings and its vitals say.
   *
   * @param uptime by its own words, also where its process is not seen
   * @param blockAge how long ago the block was read from which it knows the validators
   */
  public record Identity(
      Optional<String> hotkey,
      Optional<Long> uid,
      Optional<String> version,
      Optional<Duration> uptime,
      Optional<Long> block,
      Optional<Duration> blockAge) {}

  /**
   * One service.
   *
   * @param makes its modalities
   * @param rest why it is left alone at the moment, and until when
   */
  public record Service(String name, boolean available, List<String> makes, Optional<Rest> rest) {}

  /** A time in which a service is left alone. */
  public record Rest(String why, Instant until) {}
}
