package io.gasminer.bittensor.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.bittensor.rpc.ScriptedNode.Behaviour;
import io.gasminer.bittensor.wallet.Hotkey;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the operator is told of an announcement, whatever the node does with it. */
class ServeAxonTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String SUBMIT = "author_submitAndWatchExtrinsic";
  private static final Hotkey BOB = Hotkey.fromUri("//Bob");
  private static final String ANNOUNCED =
      "0200000000000000" + "e8030000" + "077100cb" + "00".repeat(12) + "b546" + "04040000";

  @Test
  void thePoolsFaultsAreExplained() throws Exception {
    assertThat(after((peer, asked) -> peer.fault(asked, invalid("Custom error: 12"))))
        .isInstanceOf(ServeOutcome.Refused.class)
        .asString()
        .contains("try again in a few minutes", "Custom error: 12");
    assertThat(after((peer, asked) -> peer.fault(asked, invalid("Custom error: 10"))))
        .asString()
        .contains("Refused", "btcli subnets register");
    assertThat(after((peer, asked) -> peer.fault(asked, invalid("bad signature"))))
        .asString()
        .contains("Refused", "another endpoint");
    assertThat(
            after(
                (peer, asked) ->
                    peer.fault(asked, "{\"code\":1013,\"message\":\"Already Imported\"}")))
        .isInstanceOf(ServeOutcome.Uncertain.class);
  }

  @Test
  void anExtrinsicThatIsLostOnTheWayIsUncertain() throws Exception {
    for (String news :
        new String[] {
          "\"dropped\"", "\"invalid\"", "{\"usurped\":\"0x00\"}", "{\"finalityTimeout\":\"0x00\"}"
        }) {
      assertThat(
              after(
                  (peer, asked) -> {
                    peer.result(asked, "\"watch\"");
                    peer.notice("watch", "\"ready\"");
                    peer.notice("watch", news);
                  }))
          .as(news)
          .isInstanceOf(ServeOutcome.Uncertain.class)
          .asString()
          .contains(news.replaceAll("[^a-zA-Z]*([a-zA-Z]+).*", "$1"));
    }
  }

  @Test
  void aConnectionThatEndsMidWatchIsMadeUpForByReadingTheChain() throws Exception {
    try (ScriptedChain chain = registered()) {
      chain.node.on(
          SUBMIT,
          (peer, asked) -> {
            peer.result(asked, "\"watch\"");
            chain.storage.put(ScriptedChain.AXONS, ANNOUNCED);
            peer.cut();
          });
      assertThat(serve(chain)).isInstanceOf(ServeOutcome.Served.class);
      assertThat(serve(chain)).isInstanceOf(ServeOutcome.Unchanged.class);
    }
  }

  @Test
  void aBlockThatIsNoBlockIsNeverShown() throws Exception {
    assertThat(
            after(
                (peer, asked) -> {
                  peer.result(asked, "\"watch\"");
                  peer.notice("watch", "{\"finalized\":\"\\u001b[31m\"}");
                }))
        .isInstanceOf(ServeOutcome.Uncertain.class)
        .asString()
        .contains("names no block");
  }

  @Test
  void theNonceIsAskedForByBothNames() throws Exception {
    try (ScriptedChain chain = registered()) {
      chain.node.on("system_accountNextIndex", (peer, asked) -> peer.methodNotFound(asked));
      chain.node.on("account_nextIndex", (peer, asked) -> peer.result(asked, "4"));
      chain.node.on(SUBMIT, (peer, asked) -> peer.fault(asked, invalid("Custom error: 12")));
      assertThat(serve(chain)).asString().contains("Custom error: 12");
      chain.node.on("account_nextIndex", (peer, asked) -> peer.result(asked, "1" + "0".repeat(30)));
      assertThat(serve(chain)).asString().contains("Refused", "account_nextIndex");
    }
  }

  @Test
  void aLimitWithoutReasonIsToldAsAWaitAndNotAnOverflow() throws Exception {
    try (ScriptedChain chain = registered()) {
      chain.storage.put(ScriptedChain.AXONS, ANNOUNCED.replace("b546", "b646"));
      chain.storage.put(ScriptedChain.LIMIT, "ffffffffffffff7f");
      assertThat(serve(chain)).isInstanceOf(ServeOutcome.TooSoon.class);
      chain.storage.put(ScriptedChain.AXONS, "ffffffffffffff7f" + ANNOUNCED.substring(16));
      assertThat(serve(chain)).isInstanceOf(ServeOutcome.Unchanged.class);
    }
  }

  private static ScriptedChain registered() throws Exception {
    ScriptedChain chain = new ScriptedChain();
    chain.storage.put(ScriptedChain.UIDS, "0100");
    return chain;
  }

  private static ServeOutcome after(Behaviour submitted) throws Exception {
    try (ScriptedChain chain = registered()) {
      chain.node.on(SUBMIT, submitted);
      return serve(chain);
    }
  }

  private static ServeOutcome serve(ScriptedChain chain) throws UnknownHostException {
    try (Subtensor subtensor = chain.open(SOON)) {
      Axon wanted = Axon.at(InetAddress.getByName("203.0.113.7"), 18_101, 1_000);
      return subtensor.serveAxon(34, wanted, BOB, SOON);
    }
  }

  private static String invalid(String data) {
    return "{\"code\":1010,\"message\":\"Invalid Transaction\",\"data\":\"" + data + "\"}";
  }
}
