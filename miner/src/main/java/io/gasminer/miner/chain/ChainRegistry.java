package io.gasminer.miner.chain;

import io.gasminer.bittensor.chain.Answer;
import io.gasminer.bittensor.chain.Metagraph;
import io.gasminer.bittensor.epistula.Signer;
import io.gasminer.bittensor.ss58.Ss58Address;
import io.gasminer.miner.events.ChainEvents;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A registry that the chain fills: at the start, in each epoch, after each reconnect and on demand.
 *
 * <p>Thread-safe: one reference is swapped, and of two readings that overlap the one that began
 * later counts. While the chain is away the last snapshot stays in force, however old.
 */
public final class ChainRegistry implements ValidatorRegistry {
  private final ChainView chain;
  private final Registration registration;
  private final SavedMetagraph saved;
  private final InstantSource clock;
  private final ChainEvents events;
  private final AtomicLong turns = new AtomicLong();
  private volatile Held held;
  private volatile Optional<Thread> follower = Optional.empty();

  /**
   * What is in force.
   *
   * @param turn the number of the reading it came with
   * @param tempo blocks in an epoch; 0 when it is not known
   */
  record Held(long turn, MetagraphSnapshot snapshot, int tempo) {}

  ChainRegistry(
      ChainView chain,
      Registration registration,
      SavedMetagraph saved,
      MetagraphSnapshot first,
      int tempo,
      InstantSource clock,
      ChainEvents events) {
    this.chain = chain;
    this.registration = registration;
    this.saved = saved;
    this.clock = clock;
    this.events = events;
    this.held = new Held(0, first, tempo);
  }

  /** Begins to follow the chain; called once. */
  ChainRegistry follow(RefreshRhythm rhythm) {
    follower =
        Optional.of(
            Thread.ofVirtual()
                .name("metagraph")
                .start(new ChainFollower(chain, this, rhythm, clock)));
    return this;
  }

  @Override
  public MetagraphSnapshot snapshot() {
    return held.snapshot();
  }

  /** Blocks in an epoch of the subnet; 0 when that is not known. */
  int tempo() {
    return held.tempo();
  }

  @Override
  public Optional<Signer> find(Ss58Address hotkey) {
    return snapshot().find(hotkey);
  }

  @Override
  public Refresh refresh() {
    long turn = turns.incrementAndGet();
    return switch (chain.metagraph()) {
      case Answer.Got<Metagraph>(Metagraph metagraph) when metagraph.neurons().isEmpty() ->
          // Whoever runs the node: a subnet that has this miner is not empty.
          kept("the node names no neuron of subnet " + registration.netuid());
      case Answer.Got<Metagraph>(Metagraph metagraph) -> {
        Instant now = clock.instant();
        MetagraphSnapshot fresh = MetagraphSnapshot.of(metagraph, now);
        swap(new Held(turn, fresh, metagraph.tempo()))
            .ifPresent(
                before -> {
                  save(metagraph, now);
                  say(before, fresh);
                });
        yield Refresh.done(fresh);
      }
      case Answer.Unavailable<Metagraph>(String reason) -> kept(reason);
    };
  }

  private Refresh kept(String reason) {
    MetagraphSnapshot last = snapshot();
    Duration age = last.age(clock.instant());
    events.metagraphKept(reason, last.block(), age);
    return new Refresh.Kept(reason, last.block(), age);
  }

  /** What was in force before; empty when a later reading is in force already. */
  private synchronized Optional<MetagraphSnapshot> swap(Held fresh) {
    Held before = held;
    if (before.turn() > fresh.turn()) {
      return Optional.empty();
    }
    held = fresh;
    return Optional.of(before.snapshot());
  }

  /** Keeps it for a start without the chain. */
  void save(Metagraph metagraph, Instant takenAt) {
    try {
      saved.write(metagraph, takenAt);
    } catch (IOException notWritten) {
      events.metagraphNotSaved(saved.path(), notWritten.toString());
    }
  }

  private void say(MetagraphSnapshot before, MetagraphSnapshot now) {
    events.metagraphLoaded(now.block(), now.neurons().size(), now.callers());
    Optional<Integer> was = before.find(registration.hotkey()).map(Signer::uid);
    Optional<Integer> is = now.find(registration.hotkey()).map(Signer::uid);
    if (is.isEmpty()) {
      events.notRegistered(registration.netuid(), now.block(), registration.command());
    } else if (!is.equals(was)) {
      events.registered(registration.netuid(), is.get(), was);
    }
  }

  @Override
  public void close() {
    follower.ifPresent(Thread::interrupt);
    chain.close();
  }
}
