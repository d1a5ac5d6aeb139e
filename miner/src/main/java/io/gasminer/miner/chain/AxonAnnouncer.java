package io.gasminer.miner.chain;

import io.gasminer.bittensor.chain.Axon;
import io.gasminer.bittensor.chain.ServeOutcome;
import io.gasminer.bittensor.epistula.Signer;
import io.gasminer.bittensor.ss58.Ss58Address;
import io.gasminer.miner.delivery.Backoff;
import io.gasminer.miner.events.ChainEvents;
import io.gasminer.miner.task.Pause;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Owns that the chain says where this miner can be reached: announced when the port is open, and
 * looked at again every six hours and when the uid has changed, as a new registration begins
 * without an axon.
 *
 * <p>Works beside the serving and never holds it up. Runs on one virtual thread.
 */
public final class AxonAnnouncer implements AutoCloseable {
  private static final Duration LOOK_AGAIN = Duration.ofHours(6);
  private static final Duration WATCH_THE_UID = Duration.ofMinutes(1);
  private static final Duration A_BLOCK = Duration.ofSeconds(12);
  private static final Backoff AFTER_FAILURES =
      new Backoff(Duration.ofSeconds(30), Duration.ofMinutes(30));

  private final ChainView chain;
  private final ValidatorRegistry registry;
  private final Ss58Address self;
  private final Parts parts;
  private final ChainEvents events;
  private final Thread thread;
  private final AxonPlace place;

  /** What it works with. */
  public record Parts(
      AddressFinder finder, Reachability reachability, Pause pause, RandomGenerator random) {}

  private AxonAnnouncer(
      ChainView chain,
      ValidatorRegistry registry,
      Ss58Address self,
      AxonPlace place,
      Parts parts,
      ChainEvents events) {
    this.chain = chain;
    this.registry = registry;
    this.self = self;
    this.place = place;
    this.parts = parts;
    this.events = events;
    this.thread = Thread.ofVirtual().name("axon").unstarted(this::announce);
  }

  /** Begins to announce, and returns at once. */
  public static AxonAnnouncer start(
      ChainView chain,
      ValidatorRegistry registry,
      Ss58Address self,
      AxonPlace place,
      Parts parts,
      ChainEvents events) {
    AxonAnnouncer announcer = new AxonAnnouncer(chain, registry, self, place, parts, events);
    announcer.thread.start();
    return announcer;
  }

  private void announce() {
    int failures = 0;
    try {
      while (!Thread.currentThread().isInterrupted()) {
        switch (turn()) {
          case Turn.Settled _ -> {
            failures = 0;
            rest(LOOK_AGAIN);
          }
          case Turn.Later(Duration in) -> rest(in);
          case Turn.Failed _ -> rest(AFTER_FAILURES.after(++failures, parts.random()));
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private sealed interface Turn {
    /** The chain says it. */
    record Settled() implements Turn {}

    /** The chain wants time between two announcements. */
    record Later(Duration in) implements Turn {}

    /** It did not work; it may later. */
    record Failed() implements Turn {}
  }

  private Turn turn() throws InterruptedException {
    Optional<InetAddress> address = address();
    if (address.isEmpty()) {
      return new Turn.Failed();
    }
    Axon wanted = Axon.at(address.get(), place.port(), place.version());
    ServeOutcome outcome = chain.serveAxon(wanted);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return switch (outcome) {
      case ServeOutcome.Unchanged _ -> {
        events.axonUnchanged(wanted.place());
        yield settled(wanted);
      }
      case ServeOutcome.Served(Axon _, String block) -> {
        events.axonServed(wanted.place(), block);
        yield settled(wanted);
      }
      case ServeOutcome.TooSoon(long blocks, Duration about) -> {
        events.axonTooSoon(wanted.place(), blocks, about);
        yield new Turn.Later(about.plus(A_BLOCK));
      }
      case ServeOutcome.NotRegistered _ -> {
        events.axonNotAnnounced(wanted.place(), "the hotkey is not registered on the subnet");
        yield new Turn.Failed();
      }
      case ServeOutcome.Refused(String reason) -> {
        events.axonNotAnnounced(wanted.place(), reason);
        yield new Turn.Failed();
      }
      case ServeOutcome.Uncertain(String reason) -> {
        events.axonUncertain(wanted.place(), reason);
        yield new Turn.Failed();
      }
    };
  }

  private Optional<InetAddress> address() throws InterruptedException {
    if (place.address().isPresent()) {
      return place.address();
    }
    return switch (parts.finder().find()) {
      case AddressFinder.Outcome.Found(InetAddress address) -> Optional.of(address);
      case AddressFinder.Outcome.NotFound(String reason) -> {
        events.addressNotFound(reason);
        yield Optional.empty();
      }
    };
  }

  private Turn settled(Axon wanted) throws InterruptedException {
    events.axonReached(
        wanted.place(), parts.reachability().isReached(wanted.address(), wanted.port()));
    return new Turn.Settled();
  }

  // Ends early with another uid: a new registration begins without an axon.
  private void rest(Duration time) throws InterruptedException {
    Optional<Integer> uid = uid();
    Duration left = time;
    while (left.isPositive() && (uid().isEmpty() || uid().equals(uid))) {
      Duration slice = left.compareTo(WATCH_THE_UID) < 0 ? left : WATCH_THE_UID;
      parts.pause().forAbout(slice);
      left = left.minus(slice);
    }
  }

  private Optional<Integer> uid() {
    return registry.find(self).map(Signer::uid);
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
