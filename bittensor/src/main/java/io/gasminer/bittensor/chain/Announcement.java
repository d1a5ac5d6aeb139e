package io.gasminer.bittensor.chain;

import io.gasminer.bittensor.rpc.RpcAnswer;
import io.gasminer.bittensor.rpc.WatchOutcome;
import io.gasminer.bittensor.scale.ScaleValue;
import io.gasminer.bittensor.wallet.Hotkey;
import java.time.Duration;
import java.util.Optional;

/**
 * Owns one announcement of an axon ({@code SubtensorModule.serve_axon}), from what the chain says
 * now to the block that says it anew.
 */
record Announcement(Questions questions, ChainRuntime runtime, int netuid, Hotkey hotkey) {
  private static final int ALREADY_IMPORTED = 1013;
  private static final long LONGEST_LIMIT = 1_000_000;
  private static final Duration BLOCK_TIME = Duration.ofSeconds(12);

  ServeOutcome make(Axon wanted, Duration patience) {
    Answer<ServeOutcome> outcome =
        questions
            .newest()
            .then(at -> prelude(wanted, at).then(ready -> next(ready, wanted, at, patience)));
    return switch (outcome) {
      case Answer.Got<ServeOutcome>(ServeOutcome made) -> made;
      case Answer.Unavailable<ServeOutcome>(String reason) -> new ServeOutcome.Refused(reason);
    };
  }

  /** What can be said before anything is sent; empty when it should be. */
  Answer<Optional<ServeOutcome>> prelude(Axon wanted, Block at) {
    Storage storage = Storage.subtensor(questions, runtime, at.hash());
    return storage
        .uid(netuid, hotkey.address())
        .then(
            uid ->
                uid.isEmpty()
                    ? new Answer.Got<>(Optional.of(new ServeOutcome.NotRegistered()))
                    : storage
                        .axon(netuid, hotkey.address())
                        .then(axon -> compare(storage, axon, wanted, at)));
  }

  private Answer<Optional<ServeOutcome>> compare(
      Storage storage, Optional<Axon> announced, Axon wanted, Block at) {
    if (announced.isEmpty()) {
      return new Answer.Got<>(Optional.empty());
    }
    if (announced.get().announces(wanted)) {
      return new Answer.Got<>(Optional.of(new ServeOutcome.Unchanged(announced.get())));
    }
    return storage
        .value("ServingRateLimit", ScaleValue.of(netuid))
        .map(limit -> Math.min(limit.flatMap(ScaleValue::asLong).orElse(0L), LONGEST_LIMIT))
        .map(
            limit -> {
              long left = announced.get().block() + limit - at.number();
              return left > 0
                  ? Optional.of(new ServeOutcome.TooSoon(left, BLOCK_TIME.multipliedBy(left)))
                  : Optional.empty();
            });
  }

  private Answer<ServeOutcome> next(
      Optional<ServeOutcome> known, Axon wanted, Block at, Duration patience) {
    return known
        .<Answer<ServeOutcome>>map(Answer.Got::new)
        .orElseGet(
            () ->
                new AxonExtrinsic(questions, runtime, netuid, hotkey)
                    .signed(wanted, at)
                    .map(extrinsic -> send(extrinsic, wanted, patience))
                    .map(outcome -> checked(outcome, wanted)));
  }

  private ServeOutcome send(byte[] extrinsic, Axon wanted, Duration patience) {
    return switch (questions.node().submitAndWatch(Hex.of(extrinsic), questions.timeout())) {
      case WatchOutcome.Watching(var watch) -> {
        try (watch) {
          yield new Watched(questions, runtime, extrinsic).outcome(watch, wanted, patience);
        }
      }
      case WatchOutcome.Unwatched(RpcAnswer answer) -> unwatched(answer);
    };
  }

  private static ServeOutcome unwatched(RpcAnswer answer) {
    return switch (answer) {
      case RpcAnswer.Fault(var fault) when fault.code() == ALREADY_IMPORTED ->
          new ServeOutcome.Uncertain("the node has taken it before: " + fault.words());
      case RpcAnswer.Fault(var fault) -> new ServeOutcome.Refused(PoolFault.explain(fault));
      case RpcAnswer.NotSent(String reason) -> new ServeOutcome.Refused("not sent: " + reason);
      case RpcAnswer.Lost _, RpcAnswer.TimedOut _, RpcAnswer.Result _ ->
          new ServeOutcome.Uncertain(answer.words());
    };
  }

  /** What was sent may stand on the chain even where the node that took it tells no more. */
  private ServeOutcome checked(ServeOutcome outcome, Axon wanted) {
    if (!(outcome instanceof ServeOutcome.Uncertain(String reason))) {
      return outcome;
    }
    Optional<String> last = questions.lastFinal().found();
    if (last.isPresent() && says(last.get(), wanted).found().orElse(false)) {
      return new ServeOutcome.Served(wanted, last.get());
    }
    return questions.best().then(hash -> says(hash, wanted)).found().orElse(false)
        ? new ServeOutcome.Uncertain(
            reason + "; the newest block has it, and it is not known to be final")
        : outcome;
  }

  private Answer<Boolean> says(String hash, Axon wanted) {
    return Storage.subtensor(questions, runtime, hash)
        .axon(netuid, hotkey.address())
        .map(axon -> axon.filter(is -> is.announces(wanted)).isPresent());
  }
}
