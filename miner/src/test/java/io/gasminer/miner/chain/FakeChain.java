package io.gasminer.miner.chain;

import io.gasminer.bittensor.chain.Answer;
import io.gasminer.bittensor.chain.Axon;
import io.gasminer.bittensor.chain.Metagraph;
import io.gasminer.bittensor.chain.Neuron;
import io.gasminer.bittensor.chain.ServeOutcome;
import io.gasminer.bittensor.ss58.Ss58Address;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/**
 * A chain in memory with one subnet; stands under {@link ChainViewContract} beside the real one.
 *
 * <p>Thread-safe. A reader of its blocks takes each of them before the next can be put.
 */
final class FakeChain implements ChainView {
  static final int NETUID = 34;
  private static final int SERVING_RATE_LIMIT = 5;

  private final Ss58Address self;
  private final Map<Ss58Address, Long> stakes = new LinkedHashMap<>();
  private final SynchronousQueue<Next> news = new SynchronousQueue<>();
  private final List<Axon> sent = new ArrayList<>();
  private Optional<Axon> announced = Optional.empty();
  private Optional<String> outage = Optional.empty();
  private Optional<ServeOutcome> nextServe = Optional.empty();
  private long block = 1;
  private int readings;
  private volatile boolean closed;

  /** A chain that asks are made of by this hotkey. */
  FakeChain(Ss58Address self) {
    this.self = self;
  }

  /** Registers a hotkey, with its stake in whole tokens. */
  synchronized FakeChain with(Ss58Address hotkey, long tokens) {
    stakes.put(hotkey, tokens);
    return this;
  }

  synchronized void deregister(Ss58Address hotkey) {
    stakes.remove(hotkey);
  }

  synchronized void mine(int blocks) {
    block += blocks;
  }

  synchronized void goAway(String reason) {
    outage = Optional.of(reason);
  }

  synchronized void comeBack() {
    outage = Optional.empty();
  }

  synchronized void answerNextAnnouncementWith(ServeOutcome outcome) {
    nextServe = Optional.of(outcome);
  }

  synchronized int readings() {
    return readings;
  }

  synchronized List<Axon> sent() {
    return List.copyOf(sent);
  }

  /** Tells the reader, and returns when he has dealt with it. */
  void tell(Next next) throws InterruptedException {
    news.put(next);
    news.put(new Next.Quiet());
  }

  @Override
  public synchronized Answer<Metagraph> metagraph() {
    readings++;
    if (outage.isPresent()) {
      return new Answer.Unavailable<>(outage.get());
    }
    List<Neuron> neurons = new ArrayList<>();
    stakes.forEach(
        (hotkey, tokens) ->
            neurons.add(
                new Neuron(
                    neurons.size(),
                    hotkey,
                    BigInteger.valueOf(tokens).multiply(BigInteger.valueOf(1_000_000_000)),
                    tokens > 0,
                    true,
                    Optional.empty(),
                    0,
                    0)));
    return new Answer.Got<>(new Metagraph(NETUID, block, 360, neurons));
  }

  @Override
  public synchronized ServeOutcome serveAxon(Axon wanted) {
    if (nextServe.isPresent()) {
      ServeOutcome scripted = nextServe.get();
      nextServe = Optional.empty();
      return scripted;
    }
    if (!stakes.containsKey(self)) {
      return new ServeOutcome.NotRegistered();
    }
    if (announced.isPresent() && announced.get().announces(wanted)) {
      return new ServeOutcome.Unchanged(announced.get());
    }
    long left = announced.map(axon -> axon.block() + SERVING_RATE_LIMIT - block).orElse(0L);
    if (left > 0) {
      return new ServeOutcome.TooSoon(left, Duration.ofSeconds(12).multipliedBy(left));
    }
    block++;
    announced =
        Optional.of(
            new Axon(wanted.address(), wanted.port(), wanted.protocol(), wanted.version(), block));
    sent.add(wanted);
    return new ServeOutcome.Served(wanted, "0x" + block);
  }

  @Override
  public Blocks blocks() {
    return new Blocks() {
      @Override
      public Next next(Duration atMost) throws InterruptedException {
        if (closed) {
          return new Next.Closed();
        }
        Next next = news.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
        return next == null ? new Next.Quiet() : next;
      }

      @Override
      public void close() {
        // Nothing is held.
      }
    };
  }

  @Override
  public void close() {
    closed = true;
  }
}
