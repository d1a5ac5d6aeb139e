package io.gasminer.bittensor.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** One connection, to a node that does what no node should. */
final class NodeLinkTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final int LARGEST = 1 << 20;

  private Duration keepAlive = Duration.ofSeconds(3);
  private final ScriptedNode node = ScriptedNode.start();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Semaphore ended = new Semaphore(0);
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void stop() {
    callers.shutdownNow();
    client.shutdownNow();
    node.close();
  }

  @Test
  void aThousandCallsUnderWayAreAnsweredInAnyOrder() throws Exception {
    List<JsonNode> asked = new ArrayList<>();
    node.on(
        "echo",
        (peer, request) -> {
          asked.add(request);
          if (asked.size() == 1_000) {
            for (JsonNode each : asked.reversed()) {
              peer.result(each, each.path("params").path(0).toString());
            }
          }
        });
    NodeLink link = open();
    List<Future<RpcAnswer>> answers = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      RpcCall call = RpcCall.read("echo", i);
      answers.add(callers.submit(() -> link.call(call, LONG)));
    }
    for (int i = 0; i < 1_000; i++) {
      assertThat(value(answers.get(i).get())).isEqualTo(Integer.toString(i));
    }
    assertThat(link.isIdle()).isTrue();
  }

  @Test
  void anAnswerInPiecesWithPingsBetweenThemIsPutTogether() throws Exception {
    node.on(
        "pieces",
        (peer, request) -> {
          byte[] whole =
              ("{\"id\":" + request.path("id") + ",\"result\":\"€" + "x".repeat(200_000) + "\"}")
                  .getBytes(StandardCharsets.UTF_8);
          for (int at = 0; at < whole.length; at += 1_001) {
            byte[] piece = Arrays.copyOfRange(whole, at, Math.min(at + 1_001, whole.length));
            peer.frame(at + 1_001 >= whole.length, at == 0 ? Peer.TEXT : 0, piece);
            peer.frame(true, Peer.PING, new byte[] {(byte) at});
          }
        });
    NodeLink link = open();
    Peer peer = node.arrival();
    assertThat(value(link.call(RpcCall.read("pieces"), LONG))).hasSize(200_001);
    assertThat(peer.pongs.poll(20, TimeUnit.SECONDS)).containsExactly(0);
  }

  @Test
  void aMessageThatIsTooLongEndsTheConnectionBeforeItsEnd() throws Exception {
    node.on(
        "endless",
        (peer, request) -> {
          peer.frame(false, Peer.TEXT, "{\"id\":1,\"result\":\"".getBytes(StandardCharsets.UTF_8));
          byte[] more = "x".repeat(60_000).getBytes(StandardCharsets.UTF_8);
          while (true) {
            peer.frame(false, 0, more);
          }
        });
    assertThat(lost("endless")).contains("longer than " + LARGEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "[]", "{\"id\":1}", "{\"id\":1,\"result\":1}}", "\uFEFF{}"})
  void whatIsNoJsonRpcEndsTheConnection(String text) throws Exception {
    node.on("bad", (peer, request) -> peer.text(text));
    assertThat(lost("bad")).contains("does not keep to the protocol");
  }

  @Test
  void whatIsTooDeepEndsTheConnection() throws Exception {
    node.on("deep", (peer, request) -> peer.text("{\"id\":1,\"result\":" + "[".repeat(500_000)));
    assertThat(lost("deep")).contains("does not keep to the protocol");
  }

  @Test
  void aBinaryMessageEndsTheConnection() throws Exception {
    node.on("binary", (peer, request) -> peer.frame(true, Peer.BINARY, new byte[10]));
    assertThat(lost("binary")).contains("binary");
  }

  @Test
  void textThatIsNotUtf8EndsTheConnection() throws Exception {
    node.on("bytes", (peer, request) -> peer.frame(true, Peer.TEXT, new byte[] {'"', -1, '"'}));
    assertThat(lost("bytes")).contains("the connection broke");
  }

  @Test
  void aFrameThatBreaksTheWebsocketProtocolEndsTheConnection() throws Exception {
    node.on("reserved", (peer, request) -> peer.raw(new byte[] {(byte) 0xf3, 0}));
    assertThat(lost("reserved")).contains("the connection broke");
  }

  @Test
  void aCloseIsToldWithItsCodeAndItsReasonMadeHarmless() throws Exception {
    node.on("close", (peer, request) -> peer.close(1013, "busy\u001b[31m"));
    assertThat(lost("close")).isEqualTo("the node closed the connection (1013, busy?[31m)");
  }

  @Test
  void aHalfClosedConnectionIsNoConnection() throws Exception {
    node.on("half", (peer, request) -> peer.halfClose());
    assertThat(lost("half")).isNotEmpty();
  }

  @Test
  void aCutConnectionIsNoConnection() throws Exception {
    node.on("cut", (peer, request) -> peer.cut());
    assertThat(lost("cut")).isNotEmpty();
  }

  @Test
  void answersThatNobodyAskedForEndTheConnection() throws Exception {
    node.on(
        "twice",
        (peer, request) -> {
          for (int i = 0; i < 40; i++) {
            peer.text("{\"id\":12345,\"result\":1}");
          }
        });
    assertThat(lost("twice")).contains("nobody asked for");
  }

  @Test
  void aCallThatIsNotAnsweredTimesOutAndTheConnectionLives() throws Exception {
    node.on("silent", (peer, request) -> {});
    NodeLink link = open();
    assertThat(link.call(RpcCall.read("silent"), Duration.ofMillis(50)))
        .isInstanceOf(RpcAnswer.TimedOut.class);
    assertThat(value(link.call(RpcCall.read("system_name"), LONG))).isEqualTo("scripted");
  }

  @Test
  void aNodeThatAnswersNoPingIsGoneEvenIfItsConnectionStands() throws Exception {
    keepAlive = Duration.ofMillis(200);
    node.on("deaf", (peer, request) -> peer.answersPings = false);
    assertThat(lost("deaf")).contains("no sign of life");
  }

  @Test
  void anErrorIsAValue() throws Exception {
    assertThat(open().call(RpcCall.read("unknown"), LONG))
        .isEqualTo(new RpcAnswer.Fault(new RpcFault(-32601, "Method not found", Optional.empty())));
  }

  @Test
  void aCallAfterTheEndIsNotSent() throws Exception {
    NodeLink link = open();
    link.drop("enough");
    assertThat(link.call(RpcCall.read("system_name"), LONG))
        .isEqualTo(new RpcAnswer.NotSent("enough"));
    assertThat(ended.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aDoorThatStaysSilentIsGivenUp() {
    node.door = ScriptedNode.Door.SILENT;
    assertThat(refused(Duration.ofMillis(200))).contains("in time");
  }

  @Test
  void aDoorThatIsClosedSaysHow() throws IOException {
    node.door = ScriptedNode.Door.FORBIDDEN;
    assertThat(refused(LONG)).isEqualTo("it answered HTTP 403 and opened no websocket");
    node.stop();
    assertThat(refused(LONG)).isEqualTo("nothing listens there, or it cannot be reached");
  }

  @Test
  void anInterruptEndsTheCallAndNotTheConnection() throws Exception {
    node.on("silent", (peer, request) -> {});
    NodeLink link = open();
    Thread.currentThread().interrupt();
    assertThat(link.call(RpcCall.read("silent"), LONG).words()).contains("interrupted");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(value(link.call(RpcCall.read("system_name"), LONG))).isEqualTo("scripted");
  }

  private NodeLink open() {
    return ((NodeLink.Opening.Opened) opening(LONG)).link();
  }

  private String refused(Duration connect) {
    return ((NodeLink.Opening.Failed) opening(connect)).reason();
  }

  private NodeLink.Opening opening(Duration connect) {
    LinkLimits limits = new LinkLimits(connect, LONG, keepAlive, LARGEST, 4L * LARGEST, 2_000);
    return NodeLink.open(client, node.endpoint(), limits, ended::release);
  }

  private String lost(String method) throws InterruptedException {
    NodeLink link = open();
    RpcAnswer answer = link.call(RpcCall.read(method), LONG);
    assertThat(ended.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
    assertThat(link.isOpen()).isFalse();
    return ((RpcAnswer.Lost) answer).reason();
  }

  private static String value(RpcAnswer answer) {
    return answer instanceof RpcAnswer.Result(JsonNode value) ? value.asString() : answer.words();
  }
}
