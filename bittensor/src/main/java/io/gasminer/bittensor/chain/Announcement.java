package io.gasminer.bittensor.chain;

import io.gasminer.bittensor.rpc.RpcAnswer;
import io.gasminer.bittensor.rpc.WatchOutcome;
import io.gasminer.bittensor.scale.Encoded;
import io.gasminer.bittensor.scale.ScaleValue;
import io.gasminer.bittensor.subtensor.Era;
import io.gasminer.bittensor.subtensor.ExtrinsicBuilder;
import io.gasminer.bittensor.subtensor.Prepared;
import io.gasminer.bittensor.subtensor.Validity;
import io.gasminer.bittensor.wallet.Hotkey;
import java.math.BigInteger;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Owns one announcement of an axon ({@code SubtensorModule.serve_axon}), from what the chain says
 * now to the block that says it anew.
 */
record Announcement(Questions questions, ChainRuntime runtime, int netuid, Hotkey hotkey) {
  /** Blocks for which the extrinsic may be taken; afterwards it is void, and may be sent anew. */
  private static final int LIFETIME = 64;

  private static final Duration BLOCK_TIME = Duration.ofSeconds(12);

  ServeOutcome make(AxonInfo wanted, Duration patience) {
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
  Answer<Optional<ServeOutcome>> prelude(AxonInfo wanted, Block at) {
    Storage storage = Storage.subtensor(questions, runtime, at);
    ScaleValue subnet = ScaleValue.of(netuid);
    ScaleValue account = ScaleValue.of(hotkey.address().publicKey());
    return storage
        .value("Uids", subnet, account)
        .then(
            uid ->
                uid.isEmpty()
                    ? new Answer.Got<>(Optional.of(new ServeOutcome.NotRegistered()))
                    : storage
                        .value("Axons", subnet, account)
                        .map(axon -> axon.flatMap(AxonInfo::of))
                        .then(axon -> compare(storage, axon, wanted, at)));
  }

  private Answer<Optional<ServeOutcome>> compare(
      Storage storage, Optional<AxonInfo> announced, AxonInfo wanted, Block at) {
    if (announced.isEmpty()) {
      return new Answer.Got<>(Optional.empty());
    }
    if (announced.get().announces(wanted)) {
      return new Answer.Got<>(Optional.of(new ServeOutcome.Unchanged(announced.get())));
    }
    return storage
        .value("ServingRateLimit", ScaleValue.of(netuid))
        .map(limit -> limit.flatMap(ScaleValue::asLong).orElse(0L))
        .map(
            limit -> {
              long left = announced.get().block() + limit - at.number();
              return left > 0
                  ? Optional.of(new ServeOutcome.TooSoon(left, BLOCK_TIME.multipliedBy(left)))
                  : Optional.empty();
            });
  }

  private Answer<ServeOutcome> next(
      Optional<ServeOutcome> known, AxonInfo wanted, Block at, Duration patience) {
    return known
        .<Answer<ServeOutcome>>map(Answer.Got::new)
        .orElseGet(() -> signed(wanted, at).map(extrinsic -> send(extrinsic, wanted, patience)));
  }

  private Answer<byte[]> signed(AxonInfo wanted, Block at) {
    Era era = Era.mortal(LIFETIME, at.number());
    return questions
        .hashOf(era.birth(at.number()))
        .then(birth -> nonce().then(nonce -> signed(wanted, era, birth, nonce)));
  }

  private Answer<byte[]> signed(AxonInfo wanted, Era era, String birth, long nonce) {
    Encoded call =
        runtime
            .metadata()
            .call("SubtensorModule", "serve_axon")
            .encode(c -> c.encode(arguments(wanted)));
    byte[] hash;
    try {
      hash = HexFormat.of().parseHex(birth, 2, birth.length());
    } catch (IllegalArgumentException notHex) {
      return new Answer.Unavailable<>("the node's block hash cannot be read");
    }
    if (hash.length != 32) {
      return new Answer.Unavailable<>("the node's block hash is not one of 32 bytes");
    }
    Prepared prepared =
        new ExtrinsicBuilder(runtime.metadata(), runtime.identity())
            .prepare(call, new Validity(era, hash, nonce, BigInteger.ZERO));
    return switch (prepared) {
      case Prepared.Refused(String reason) -> new Answer.Unavailable<>(reason);
      case Prepared.Ready ready ->
          switch (ready.extrinsic().sign(hotkey)) {
            case Encoded.Bytes(byte[] bytes) -> new Answer.Got<>(bytes);
            case Encoded.Refused refused -> new Answer.Unavailable<>(refused.toString());
          };
    };
  }

  private Map<String, ScaleValue> arguments(AxonInfo wanted) {
    Map<String, ScaleValue> arguments = new LinkedHashMap<>();
    arguments.put("netuid", ScaleValue.of(netuid));
    arguments.put("version", ScaleValue.of(wanted.version()));
    arguments.put("ip", ScaleValue.of(wanted.ip()));
    arguments.put("port", ScaleValue.of(wanted.port()));
    arguments.put("ip_type", ScaleValue.of(wanted.ipType()));
    arguments.put("protocol", ScaleValue.of(wanted.protocol()));
    arguments.put("placeholder1", ScaleValue.of(0));
    arguments.put("placeholder2", ScaleValue.of(0));
    return arguments;
  }

  private Answer<Long> nonce() {
    String account = hotkey.address().toString();
    Answer<Long> nonce = nonce("system_accountNextIndex", account);
    return nonce.found().isPresent() ? nonce : nonce("account_nextIndex", account);
  }

  private Answer<Long> nonce(String method, String account) {
    return questions.ask(
        value -> value.isIntegralNumber() ? Optional.of(value.asLong()) : Optional.empty(),
        method,
        account);
  }

  private ServeOutcome send(byte[] extrinsic, AxonInfo wanted, Duration patience) {
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
      case RpcAnswer.Fault(var fault) -> new ServeOutcome.Refused(PoolFault.explain(fault));
      case RpcAnswer.NotSent(String reason) -> new ServeOutcome.Refused("not sent: " + reason);
      case RpcAnswer.Lost _, RpcAnswer.TimedOut _, RpcAnswer.Result _ ->
          new ServeOutcome.Uncertain(answer.words());
    };
  }
}
