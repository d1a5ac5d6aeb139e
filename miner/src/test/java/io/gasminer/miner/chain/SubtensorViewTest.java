package io.gasminer.miner.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.bittensor.rpc.Endpoint;
import io.gasminer.bittensor.rpc.Node;
import io.gasminer.bittensor.rpc.NodeEvents;
import io.gasminer.bittensor.rpc.NodeSettings;
import io.gasminer.bittensor.rpc.RpcCall;
import io.gasminer.bittensor.rpc.Surroundings;
import io.gasminer.bittensor.wallet.Hotkey;
import io.gasminer.testkit.Chainkit;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The same against the real runtime; skipped where there is none. */
class SubtensorViewTest extends ChainViewContract {
  @Override
  Subject subject() {
    Chainkit kit = Chainkit.start();
    return new Subject() {
      @Override
      public ChainView seenBy(Hotkey hotkey) {
        return SubtensorView.over(node(), 34, hotkey);
      }

      private Node node() {
        return Node.open(
            List.of(new Endpoint(URI.create(kit.address()))),
            NodeSettings.usual(),
            Surroundings.real(),
            NodeEvents.none());
      }

      @Override
      public void mine(int blocks) {
        try (Node node = node()) {
          assertThat(
                  node.call(
                          RpcCall.once("dev_newBlock", Map.of("count", blocks)),
                          Duration.ofSeconds(60))
                      .words())
              .isEqualTo("answered");
        }
      }

      @Override
      public void close() {
        kit.close();
      }
    };
  }
}
