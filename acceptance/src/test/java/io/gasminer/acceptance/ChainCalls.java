package io.gasminer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.bittensor.chain.Axon;
import io.gasminer.bittensor.chain.Subtensor;
import io.gasminer.bittensor.rpc.Endpoint;
import io.gasminer.bittensor.rpc.Node;
import io.gasminer.bittensor.rpc.NodeEvents;
import io.gasminer.bittensor.rpc.NodeSettings;
import io.gasminer.bittensor.rpc.RpcCall;
import io.gasminer.bittensor.rpc.Surroundings;
import io.gasminer.bittensor.ss58.Ss58Address;
import io.gasminer.testkit.Chainkit;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Owns what a story asks of the chain's node itself, past the miner. */
record ChainCalls(Chainkit chain) {
  private static final Duration ANSWER = Duration.ofSeconds(60);

  /** Calls a method of the node, which must answer. */
  void call(String method, Object parameter) {
    try (Node node = node()) {
      assertThat(node.call(RpcCall.once(method, parameter), ANSWER).words()).isEqualTo("answered");
    }
  }

  /** Where the hotkey says that it can be reached. */
  Optional<Axon> axon(Ss58Address hotkey) {
    try (Subtensor subtensor = Subtensor.over(node(), ANSWER)) {
      return subtensor.axon(34, hotkey).found().orElseThrow();
    }
  }

  private Node node() {
    return Node.open(
        List.of(new Endpoint(URI.create(chain.address()))),
        NodeSettings.usual(),
        Surroundings.real(),
        NodeEvents.none());
  }
}
