package io.gasminer.miner.vitals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Owns what a running miner says of itself to its operator.
 *
 * @param pid the operating system's number for it
 * @param writtenAt when this was true
 * @param port the one that it listens on, which settings leave open with 0
 * @param hotkey its address
 * @param chain what it knows of the chain
 * @param services in the order in which validators see them
 */
public record Vitals(
    long pid,
    String version,
    Instant startedAt,
    Instant writtenAt,
    int port,
    String hotkey,
    Chain chain,
    List<Service> services) {
  public Vitals {
    services = List.copyOf(services);
  }

  /**
   * The metagraph that it judges callers by.
   *
   * @param uid its own; empty where its hotkey is not in it
   * @param readAt when the block was read
   */
  public record Chain(Optional<Integer> uid, long block, Instant readAt) {}

  /**
   * One service.
   *
   * @param name as validators see it: {@code OpenAIService}, …
   * @param makes the modalities, by their names on the wire
   * @param rest why it was closed; empty when nothing is known against it
   */
  public record Service(String name, boolean available, List<String> makes, Optional<Rest> rest) {
    public Service {
      makes = List.copyOf(makes);
    }
  }

  /**
   * A time in which a service is left alone; after it one request tries it again.
   *
   * @param why the vendor's words, or ours; never a key
   * @param until the end of that time, which may have passed
   */
  public record Rest(String why, Instant until) {}
}
