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

  /** The newest block, or the one of that hash. */
  Answer<Block> newest() {
    return ask(Questions::text, "chain_getBlockHash").then(this::named);
  }

  /** The newest block that cannot be undone. */
  Answer<Block> finalized() {
    return ask(Questions::text, "chain_getFinalizedHead").then(this::named);
  }

  Answer<Block> named(String hash) {
    return ask(header -> Hex.number(header.path("number")), "chain_getHeader", hash)
        .map(number -> new Block(number, hash));
  }

  Answer<String> hashOf(long number) {
    return ask(Questions::text, "chain_getBlockHash", number);
  }

  /** What a runtime API answers at a block. */
  Answer<byte[]> call(String name, byte[] data, Block at) {
    return ask(Hex::bytes, "state_call", name, Hex.of(data), at.hash());
  }

  /** What is stored under a key at a block; empty where nothing is. */
  Answer<Optional<byte[]>> stored(byte[] key, Block at) {
    return ask(Questions::bytesOrNothing, "state_getStorage", Hex.of(key), at.hash());
  }

  private static Optional<Optional<byte[]>> bytesOrNothing(JsonNode value) {
    Optional<byte[]> bytes = Hex.bytes(value);
    return value.isNull() || bytes.isPresent() ? Optional.of(bytes) : Optional.empty();
  }

  static Optional<String> text(JsonNode value) {
    return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
  }
}
