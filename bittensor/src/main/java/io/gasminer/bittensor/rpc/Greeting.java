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
    PendingCall header = link.begin(RpcCall.read("chain_getHeader"));
    RpcAnswer first = link.call(RpcCall.read("chain_getBlockHash", 0), timeout);
    RpcAnswer second = link.await(header, timeout);
    if (!(first instanceof RpcAnswer.Result(JsonNode hash)) || !hash.isString()) {
      return new Verdict.Unusable("it does not tell which chain it serves: " + first.words());
    }
    String served = Words.clean(hash.stringValue());
    if (genesis.filter(known -> !known.equals(served)).isPresent()) {
      return new Verdict.Unusable(
          "it serves another chain (genesis " + served + ") than the first endpoint that answered");
    }
    if (!(second instanceof RpcAnswer.Result(JsonNode newest))
        || Heads.numberOf(newest).isEmpty()) {
      return new Verdict.Unusable("it does not tell its newest block: " + second.words());
    }
    genesis = Optional.of(served);
    return new Verdict.Welcome(newest);
  }
}
