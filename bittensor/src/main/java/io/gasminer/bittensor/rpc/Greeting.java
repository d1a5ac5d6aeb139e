package io.gasminer.bittensor.rpc;

import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Owns whether a node that can be reached is one to rely on: it answers, and serves the same chain
 * as the first that did.
 *
 * <p>For the one thread of the upkeep.
 */
final class Greeting {
  private final Duration timeout;
  private Optional<String> genesis = Optional.empty();

  Greeting(Duration timeout) {
    this.timeout = timeout;
  }

  sealed interface Verdict {
    /** It is; its newest header. */
    record Welcome(JsonNode header) implements Verdict {}

    record Unusable(String reason) implements Verdict {}
  }

  Verdict greet(NodeLink link) {
    RpcAnswer first = link.call(RpcCall.read("chain_getBlockHash", 0), timeout);
    if (!(first instanceof RpcAnswer.Result(JsonNode hash)) || !hash.isString()) {
      return new Verdict.Unusable("it does not tell which chain it serves: " + first.words());
    }
    String served = Words.clean(hash.stringValue());
    if (genesis.filter(known -> !known.equals(served)).isPresent()) {
      return new Verdict.Unusable(
          "it serves another chain (genesis " + served + ") than the first endpoint that answered");
    }
    RpcAnswer second = link.call(RpcCall.read("chain_getHeader"), timeout);
    if (!(second instanceof RpcAnswer.Result(JsonNode header))
        || Heads.numberOf(header).isEmpty()) {
      return new Verdict.Unusable("it does not tell its newest block: " + second.words());
    }
    genesis = Optional.of(served);
    return new Verdict.Welcome(header);
  }
}
