package io.gasminer.bittensor.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The connection that outlives its connections. */
final class NodeTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final NodeSettings SETTINGS =
      new NodeSettings(
          new LinkLimits(LONG, LONG, Duration.ofSeconds(3), 1 << 20, 4 << 20, 2_000),
          Patience.usual());

  private final SteppedClock clock = new SteppedClock();
  private final HeardEvents events = new HeardEvents();
  private final ScriptedNode first = ScriptedNode.start();
  private final ScriptedNode second = ScriptedNode.start();
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Peer> extrinsics = new CopyOnWriteArrayList<>();
  private final List<Node> opened = new ArrayList<>();

  @AfterEach
  void stop() {
    opened.forEach(Node::close);
    callers.shutdownNow();
    first.close();
    second.close();
  }

  @Test
  void aCallThatIsMadeBeforeTheConnectionWaitsForIt() throws Exception {
    assertThat(name(open(first))).isEqualTo("scripted");
    assertThat(events.until("connected")).containsExactly("connected " + first.endpoint() + " 0");
  }

  @Test
  void theFirstWaitIsFiveSecondsAndEachIsLongerUpToAMinute() throws Exception {
    first.stop();
    open(first);
    List<Integer> waits = new ArrayList<>();
    for (int round = 0; round < 6; round++) {
      String event = events.until("reconnecting").getLast();
      waits.add(Integer.parseInt(event.substring("reconnecting ".length())));
      clock.advance(Duration.ofMinutes(2));
    }
    int[] least = {5_000, 10_000, 20_000, 40_000, 60_000, 60_000};
    for (int round = 0; round < 6; round++) {
      assertThat(waits.get(round)).isBetween(least[round], least[round] * 3 / 2);
    }
  }

  @Test
  void aNodeThatComesBackIsFoundAgain() throws Exception {
    Node node = open(first);
    events.until("connected");
    first.stop();
    events.until("lost");
    assertThat(node.health().connection()).isEmpty();
    first.restart();
    events.until("reconnecting");
    clock.advance(Duration.ofSeconds(8));
    events.until("connected " + first.endpoint() + " 1");
    assertThat(name(node)).isEqualTo("scripted");
    assertThat(node.health().reconnects()).isEqualTo(1);
    assertThat(node.health().lastProblem()).isPresent();
  }

  @Test
  void theNextEndpointServesAtOnceAndTheFirstAgainWhenItWorks() throws Exception {
    Node node = open(first, second);
    events.until("connected");
    Feed heads = node.heads();
    first.stop();
    assertThat(events.until("connected"))
        .endsWith(
            "failover " + first.endpoint() + " " + second.endpoint(),
            "connected " + second.endpoint() + " 1");
    second.head(101);
    assertThat(heads.next(LONG)).isInstanceOf(FeedEvent.Gap.class);
    assertThat(number(heads.next(LONG))).isEqualTo(101);

    first.restart();
    first.height = 101;
    for (int minute = 0; minute < 10; minute++) {
      second.head(102 + minute);
      assertThat(number(heads.next(LONG))).isEqualTo(102 + minute);
      clock.advance(Duration.ofMinutes(1));
    }
    events.until("returned " + second.endpoint() + " " + first.endpoint());
    events.until("connected " + first.endpoint() + " 2");
    assertThat(heads.next(LONG)).isInstanceOf(FeedEvent.Gap.class);
    first.head(120);
    assertThat(number(heads.next(LONG))).isEqualTo(120);
    assertThat(node.health().connection().orElseThrow().endpoint()).isEqualTo(first.endpoint());
  }

  @Test
  void whatWasUnderWayWhenTheFirstEndpointCameBackIsFinished() throws Exception {
    first.stop();
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch mayAnswer = new CountDownLatch(1);
    second.on(
        "slow",
        (peer, request) -> {
          asked.countDown();
          Thread.ofVirtual().start(() -> answerAfter(mayAnswer, peer, request));
        });
    second.on(
        "author_submitAndWatchExtrinsic",
        (peer, request) -> {
          peer.result(request, "\"x1\"");
          extrinsics.add(peer);
        });
    Node node = open(first, second);
    ExtrinsicWatch watch = watching(node);
    Future<RpcAnswer> slow = callers.submit(() -> node.call(RpcCall.once("slow"), LONG));
    asked.await();
    first.restart();
    Feed heads = node.heads();
    for (int minute = 0; minute < 10; minute++) {
      second.head(101 + minute);
      assertThat(number(heads.next(LONG))).isEqualTo(101 + minute);
      clock.advance(Duration.ofMinutes(1));
    }
    events.until("connected " + first.endpoint());
    assertThat(name(node)).isEqualTo("scripted");
    mayAnswer.countDown();
    assertThat(slow.get()).isInstanceOf(RpcAnswer.Result.class);
    extrinsics.getFirst().notice("x1", "{\"finalized\":\"0x02\"}");
    assertThat(watch.next(LONG).toString()).contains("finalized");
    watch.close();
    clock.advance(Duration.ofSeconds(1));
    assertThat(events.isQuiet()).isTrue();
  }

  private static void answerAfter(CountDownLatch latch, Peer peer, JsonNode request) {
    try {
      latch.await();
      peer.result(request, "\"done\"");
    } catch (InterruptedException | IOException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Test
  void theFirstEndpointDoesNotServeAgainWhileItIsBehind() throws Exception {
    first.stop();
    second.height = 1_000;
    Node node = open(first, second);
    events.until("connected " + second.endpoint());
    first.restart();
    Feed heads = node.heads();
    for (int minute = 0; minute < 10; minute++) {
      second.head(1_001 + minute);
      assertThat(number(heads.next(LONG))).isEqualTo(1_001 + minute);
      clock.advance(Duration.ofMinutes(1));
    }
    assertThat(events.until("unreachable").getLast()).contains("blocks behind");
    second.head(2_000);
    assertThat(number(heads.next(LONG))).isEqualTo(2_000);
  }

  @Test
  void anEndpointOfAnotherChainIsNotUsed() throws Exception {
    Node node = open(first, second);
    events.until("connected");
    second.genesis = "0x" + "11".repeat(32);
    first.stop();
    assertThat(events.until("unreachable").getLast()).contains("another chain");
    assertThat(node.health().connection()).isEmpty();
  }

  @Test
  void aConnectionWithoutAHigherBlockForTwoMinutesIsDead() throws Exception {
    Node node = open(first);
    Feed heads = node.heads();
    events.until("connected");
    first.head(101);
    assertThat(number(heads.next(LONG))).isEqualTo(101);
    clock.advance(Duration.ofSeconds(119));
    first.head(101);
    assertThat(number(heads.next(LONG))).isEqualTo(101);
    clock.advance(Duration.ofSeconds(2));
    assertThat(events.until("lost")).last().asString().endsWith("no new block for 120 s");
    assertThat(node.health().head().orElseThrow().number()).isEqualTo(101);
  }

  @Test
  void aReadThatWasUnderWayIsMadeOnceMoreAndAWriteIsNot() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    first.on(
        "work",
        (peer, request) -> {
          asked.incrementAndGet();
          peer.cut();
        });
    second.on(
        "work",
        (peer, request) -> {
          asked.incrementAndGet();
          peer.result(request, "\"done\"");
        });
    Node node = open(first, second);
    assertThat(((RpcAnswer.Result) node.call(RpcCall.read("work"), LONG)).value().asString())
        .isEqualTo("done");
    assertThat(asked).hasValue(2);

    second.on("once", (peer, request) -> peer.cut());
    assertThat(node.call(RpcCall.once("once"), LONG)).isInstanceOf(RpcAnswer.Lost.class);
  }

  @Test
  void aReadThatKillsEveryConnectionIsNotMadeForEver() {
    AtomicInteger asked = new AtomicInteger();
    for (ScriptedNode node : List.of(first, second)) {
      node.on(
          "poison",
          (peer, request) -> {
            asked.incrementAndGet();
            peer.cut();
          });
    }
    assertThat(open(first, second).call(RpcCall.read("poison"), LONG))
        .isInstanceOf(RpcAnswer.Lost.class);
    assertThat(asked).hasValue(2);
  }

  @Test
  void withoutAnyEndpointACallSaysWhy() throws Exception {
    first.stop();
    Node node = open(first);
    events.until("unreachable");
    assertThat(node.call(RpcCall.read("system_name"), Duration.ofMillis(20)).words())
        .startsWith("not sent: no endpoint is connected; the last problem: ws://127.0.0.1:")
        .endsWith("nothing listens there, or it cannot be reached");
  }

  @Test
  void runtimeVersionsAreSubscribedToAgain() throws Exception {
    Node node = open(first, second);
    Feed versions = node.runtimeVersions();
    assertThat(versions.next(LONG)).isInstanceOf(FeedEvent.Item.class);
    first.stop();
    assertThat(versions.next(LONG)).isInstanceOf(FeedEvent.Gap.class);
    assertThat(versions.next(LONG)).isInstanceOf(FeedEvent.Item.class);
    versions.close();
    assertThat(versions.next(LONG)).isInstanceOf(FeedEvent.Closed.class);
  }

  @Test
  void aSubscriptionThatIsNotOfferedIsToldAndHarmsNothing() throws Exception {
    first.on("state_subscribeRuntimeVersion", Peer::methodNotFound);
    Node node = open(first);
    assertThat(node.runtimeVersions().next(LONG))
        .isInstanceOfSatisfying(
            FeedEvent.Refused.class,
            refused -> assertThat(refused.reason()).contains("Method not found"));
    events.until("refused state_subscribeRuntimeVersion");
    assertThat(name(node)).isEqualTo("scripted");
  }

  @Test
  void aSlowReaderSeesTheNewestHeadAlone() throws Exception {
    Node node = open(first);
    events.until("connected");
    Feed slow = node.heads();
    Feed quick = node.heads();
    for (int number = 101; number < 200; number++) {
      first.head(number);
      assertThat(number(quick.next(LONG))).isEqualTo(number);
    }
    assertThat(number(slow.next(LONG))).isBetween(198L, 199L);
    assertThat(node.health().head().orElseThrow().number()).isEqualTo(199);
  }

  @Test
  void anExtrinsicIsWatchedUntilTheConnectionEndsAndNeverSentTwice() throws Exception {
    AtomicInteger submitted = new AtomicInteger();
    for (ScriptedNode node : List.of(first, second)) {
      node.on(
          "author_submitAndWatchExtrinsic",
          (peer, request) -> {
            submitted.incrementAndGet();
            peer.notice("x1", "\"ready\"");
            peer.result(request, "\"x1\"");
            peer.notice("x1", "{\"inBlock\":\"0x01\"}");
          });
    }
    Node node = open(first, second);
    ExtrinsicWatch watch = watching(node);
    assertThat(watch.next(LONG).toString()).contains("ready");
    assertThat(watch.next(LONG).toString()).contains("inBlock");
    first.stop();
    assertThat(watch.next(LONG)).isInstanceOf(WatchEvent.Ended.class);
    assertThat(watch.next(LONG)).isInstanceOf(WatchEvent.Ended.class);
    events.until("connected " + second.endpoint());
    assertThat(submitted).hasValue(1);
  }

  @Test
  void aWatchThatNobodyReadsEndsAfterSixtyFourUpdates() throws Exception {
    first.on(
        "author_submitAndWatchExtrinsic",
        (peer, request) -> {
          peer.result(request, "\"x1\"");
          for (int i = 0; i < 65; i++) {
            peer.notice("x1", "\"ready\"");
          }
        });
    first.on("after", (peer, request) -> peer.result(request, "1"));
    Node node = open(first);
    ExtrinsicWatch watch = watching(node);
    node.call(RpcCall.read("after"), LONG);
    for (int i = 0; i < 64; i++) {
      assertThat(watch.next(LONG)).isInstanceOf(WatchEvent.Update.class);
    }
    assertThat(watch.next(LONG)).isInstanceOf(WatchEvent.Ended.class);
    watch.close();
    assertThat(name(node)).isEqualTo("scripted");
  }

  @Test
  void anExtrinsicThatIsRefusedIsToldWithTheNodesReason() {
    first.on(
        "author_submitAndWatchExtrinsic",
        (peer, request) ->
            peer.fault(
                request,
                "{\"code\":1010,\"message\":\"Invalid Transaction\",\"data\":\"Custom error:"
                    + " 12\"}"));
    assertThat(open(first).submitAndWatch("0x00", LONG))
        .isInstanceOfSatisfying(
            WatchOutcome.Unwatched.class,
            refused -> assertThat(refused.answer().words()).contains("Custom error: 12"));
  }

  @Test
  void closingEndsEveryWait() throws Exception {
    first.on("silent", (peer, request) -> {});
    Node node = open(first);
    events.until("connected");
    Feed heads = node.heads();
    Future<RpcAnswer> call = callers.submit(() -> node.call(RpcCall.read("silent"), LONG));
    Future<FeedEvent> feed = callers.submit(() -> heads.next(LONG));
    node.close();
    assertThat(call.get()).isNotInstanceOf(RpcAnswer.TimedOut.class);
    assertThat(feed.get()).isInstanceOf(FeedEvent.Closed.class);
    assertThat(node.call(RpcCall.read("silent"), LONG)).isInstanceOf(RpcAnswer.NotSent.class);
    assertThat(node.heads().next(LONG)).isInstanceOf(FeedEvent.Closed.class);
  }

  private Node open(ScriptedNode... nodes) {
    List<Endpoint> endpoints = List.of(nodes).stream().map(ScriptedNode::endpoint).toList();
    Node node = Node.open(endpoints, SETTINGS, surroundings(), events);
    opened.add(node);
    return node;
  }

  private Surroundings surroundings() {
    return new Surroundings(clock, new Random(34), Surroundings.real().tls());
  }

  private static ExtrinsicWatch watching(Node node) {
    return ((WatchOutcome.Watching) node.submitAndWatch("0x00", LONG)).watch();
  }

  private static String name(Node node) {
    RpcAnswer answer = node.call(RpcCall.read("system_name"), LONG);
    return answer instanceof RpcAnswer.Result(JsonNode value) ? value.asString() : answer.words();
  }

  private static long number(FeedEvent event) {
    return event instanceof FeedEvent.Item(JsonNode header)
        ? Heads.numberOf(header).orElseThrow()
        : -1;
  }
}
