package io.gasminer.miner.chain;

import io.gasminer.bittensor.chain.Answer;
import io.gasminer.bittensor.chain.Metagraph;
import io.gasminer.miner.events.ChainEvents;
import io.gasminer.miner.task.Pause;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Owns the first look at the chain: whether the hotkey is registered, and who may call.
 *
 * <p>Where the chain is away, the metagraph that an earlier life saved lets the miner start; where
 * there is none, the chain is waited for, for two minutes.
 */
public final class RegistryStart {
  private static final Duration WAIT_FOR_THE_CHAIN = Duration.ofMinutes(2);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  private final ChainView chain;
  private final Registration registration;
  private final SavedMetagraph saved;
  private final InstantSource clock;
  private final Pause pause;
  private final ChainEvents events;

  /**
   * A first look.
   *
   * @param folder where the metagraph is kept for the next start
   * @param endpoints those in force, without what may be secret in them
   */
  public RegistryStart(
      ChainView chain,
      Registration registration,
      Path folder,
      List<String> endpoints,
      InstantSource clock,
      Pause pause,
      ChainEvents events) {
    this.chain = chain;
    this.registration = registration;
    this.saved = new SavedMetagraph(folder, registration.netuid(), endpoints);
    this.clock = clock;
    this.pause = pause;
    this.events = events;
  }

  /** What the first look ended in. */
  public sealed interface Outcome {
    /** The registry is filled, and follows the chain. */
    record Filled(ChainRegistry registry) implements Outcome {}

    /** The hotkey has no uid on the subnet: starting again will not help. */
    record NotRegistered(String reason) implements Outcome {}

    /** Nothing is known, and the chain does not answer: starting again may help. */
    record Unknown(String reason) implements Outcome {}
  }

  /** Looks; blocks until the chain has answered or is not waited for any more. */
  public Outcome look(RefreshRhythm rhythm) {
    Instant end = clock.instant().plus(WAIT_FOR_THE_CHAIN);
    while (true) {
      String reason;
      switch (chain.metagraph()) {
        case Answer.Got<Metagraph>(Metagraph metagraph) -> {
          return judge(metagraph, rhythm);
        }
        case Answer.Unavailable<Metagraph>(String why) -> reason = why;
      }
      Optional<MetagraphSnapshot> earlier = earlier();
      if (earlier.isPresent()) {
        return startFrom(earlier.get(), reason, rhythm);
      }
      Duration left = Duration.between(clock.instant(), end);
      if (!left.isPositive() || !waited(reason, left)) {
        return new Outcome.Unknown(unknown(reason));
      }
    }
  }

  private Outcome judge(Metagraph metagraph, RefreshRhythm rhythm) {
    Instant now = clock.instant();
    MetagraphSnapshot snapshot = MetagraphSnapshot.of(metagraph, now);
    if (snapshot.find(registration.hotkey()).isEmpty()) {
      return new Outcome.NotRegistered(registration.refusal(snapshot));
    }
    ChainRegistry registry = registry(snapshot, metagraph.tempo());
    registry.save(metagraph, now);
    events.metagraphLoaded(snapshot.block(), snapshot.neurons().size(), snapshot.callers());
    return new Outcome.Filled(registry.follow(rhythm));
  }

  private Outcome startFrom(MetagraphSnapshot earlier, String reason, RefreshRhythm rhythm) {
    events.startedFromSaved(earlier.block(), earlier.age(clock.instant()), reason);
    if (earlier.find(registration.hotkey()).isEmpty()) {
      events.notRegistered(registration.netuid(), earlier.block(), registration.command());
    }
    return new Outcome.Filled(registry(earlier, 0).follow(rhythm));
  }

  private ChainRegistry registry(MetagraphSnapshot first, int tempo) {
    return new ChainRegistry(chain, registration, saved, first, tempo, clock, events);
  }

  private Optional<MetagraphSnapshot> earlier() {
    try {
      return saved.read(clock.instant());
    } catch (IOException | IllegalArgumentException unusable) {
      events.savedUnusable(saved.path(), String.valueOf(unusable.getMessage()));
      return Optional.empty();
    }
  }

  private boolean waited(String reason, Duration left) {
    events.waitingForTheChain(reason, left);
    try {
      pause.forAbout(BETWEEN_LOOKS);
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private String unknown(String reason) {
    return "the chain at "
        + registration.network()
        + " cannot be asked who the validators are ("
        + reason
        + "), and this state folder holds no metagraph of an earlier start. It was tried for "
        + WAIT_FOR_THE_CHAIN.toMinutes()
        + " minutes. Look at this machine's network, or name another endpoint in BT_CHAIN_ENDPOINT"
        + " (several with commas between them)";
  }
}
