package io.gasminer.bittensor.chain;

import io.gasminer.bittensor.rpc.Node;
import io.gasminer.bittensor.rpc.RpcAnswer;
import io.gasminer.bittensor.rpc.RpcCall;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Owns the plain questions to a node, each with the same time-out. Thread-safe. */
record Questions(Node node, Duration timeout) {
  /** Asks, and reads the answer; empty from the reader means that it does not fit. */
  <T> Answer<T> ask(Function<JsonNode, Optional<T>> reader, String method, Object... params) {
    RpcAnswer answer = node.call(RpcCall.read(method, params), timeout);
    if (!(answer instanceof RpcAnswer.Result(JsonNode value))) {
      return new Answer.Unavailable<>(method + ": " + answer.words());
    }
    return reader
        .apply(value)
        .<Answer<T>>map(Answer.Got::new)
        .orElseGet(() -> new Answer.Unavailable<>(method + ": the node answers something else"));
  }

  /** The newest block. */
  Answer<Block> newest() {
    return best().then(this::named);
  }

  /** The hash of the newest block, in one question. */
  Answer<String> best() {
    return ask(Hex::hash, "chain_getBlockHash");
  }

  /** The newest block that cannot be undone. */
  Answer<Block> finalized() {
    return lastFinal().then(this::named);
  }

  /** The hash of the newest block that cannot be undone. */
  Answer<String> lastFinal() {
    return ask(Hex::hash, "chain_getFinalizedHead");
  }

  Answer<Block> named(String hash) {
    return ask(header -> Hex.number(header.path("number")), "chain_getHeader", hash)
        .map(number -> new Block(number, hash));
  }

  Answer<String> hashOf(long number) {
    return ask(Hex::hash, "chain_getBlockHash", number);
  }

  /** What a runtime API answers at a block. */
  Answer<byte[]> call(String name, byte[] data, String at) {
    return ask(Hex::bytes, "state_call", name, Hex.of(data), at);
  }

  /** What is stored under a key at a block; empty where nothing is. */
  Answer<Optional<byte[]>> stored(byte[] key, String at) {
    return ask(Questions::bytesOrNothing, "state_getStorage", Hex.of(key), at);
  }

  private static Optional<Optional<byte[]>> bytesOrNothing(JsonNode value) {
    Optional<byte[]> bytes = Hex.bytes(value);
    return value.isNull() || bytes.isPresent() ? Optional.of(bytes) : Optional.empty();
  }
}
