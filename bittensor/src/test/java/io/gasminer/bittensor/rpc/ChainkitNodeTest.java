package io.gasminer.bittensor.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.testkit.Chainkit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import tools.jackson.databind.JsonNode;

/** The same against the real runtime. */
final class ChainkitNodeTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  @Test
  void theRealRuntimeIsAskedWatchedAndSubscribedTo(TestReporter reporter) throws Exception {
    try (Chainkit chain = Chainkit.start()) {
      List<Endpoint> endpoints =
          ((Endpoints.Reading.Read) Endpoints.parse(chain.address())).endpoints();
      long begun = System.nanoTime();
      try (Node node =
          Node.open(endpoints, NodeSettings.usual(), Surroundings.real(), NodeEvents.none())) {
        assertThat(value(node, "state_getRuntimeVersion").path("specName").asString())
            .isEqualTo("node-subtensor");
        reporter.publishEntry("connect and first answer", millisSince(begun));
        begun = System.nanoTime();
        assertThat(value(node, "state_getMetadata").asString()).startsWith("0x6d657461");
        reporter.publishEntry("metadata", millisSince(begun));
        begun = System.nanoTime();
        for (int i = 0; i < 100; i++) {
          value(node, "chain_getHeader");
        }
        reporter.publishEntry("100 headers, one by one", millisSince(begun));

        Feed heads = node.heads();
        Feed versions = node.runtimeVersions();
        long before = node.health().head().orElseThrow().number();
        assertThat(versions.next(LONG)).isInstanceOf(FeedEvent.Item.class);
        node.call(RpcCall.once("dev_newBlock", Map.of("count", 3)), LONG);
        while (node.health().head().orElseThrow().number() < before + 3) {
          assertThat(heads.next(LONG)).isInstanceOf(FeedEvent.Item.class);
        }

        assertThat(node.call(RpcCall.read("no_such_method"), LONG))
            .isInstanceOf(RpcAnswer.Fault.class);
        assertThat(node.submitAndWatch("0x00", LONG)).isInstanceOf(WatchOutcome.Unwatched.class);
        assertThat(node.health().reconnects()).isZero();
      }
    }
  }

  private static String millisSince(long begun) {
    return (System.nanoTime() - begun) / 1_000_000 + " ms";
  }

  private static JsonNode value(Node node, String method) {
    RpcAnswer answer = node.call(RpcCall.read(method), LONG);
    return answer instanceof RpcAnswer.Result(JsonNode value)
        ? value
        : throwing(new AssertionError(method + ": " + answer.words()));
  }

  private static JsonNode throwing(AssertionError failure) {
    throw failure;
  }
}
