package io.gasminer.bittensor.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is made of messages, without any connection. */
final class ConversationTest {
  private static final Duration AT_ONCE = Duration.ZERO;
  private static final LinkLimits LIMITS =
      new LinkLimits(
          Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), 1 << 20, 1 << 20, 8);

  private final Conversation conversation = new Conversation(LIMITS);

  @Test
  void anAnswerReachesItsCallWhateverTheOrder() {
    PendingCall first = sent();
    PendingCall second = sent();
    assertThat(receive("{\"id\":2,\"jsonrpc\":\"2.0\",\"result\":null}")).isEmpty();
    assertThat(
            receive(
                "{\"id\":1,\"error\":{\"code\":1010,\"message\":\"Invalid\\n\","
                    + "\"data\":\"Custom error: 12\"}}"))
        .isEmpty();
    assertThat(conversation.await(second, AT_ONCE))
        .isInstanceOfSatisfying(
            RpcAnswer.Result.class, result -> assertThat(result.value().isNull()).isTrue());
    assertThat(conversation.await(first, AT_ONCE).words())
        .isEqualTo("the node answered with error 1010 Invalid? (Custom error: 12)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "garbage",
        "[]",
        "7",
        "null",
        "{",
        "{} {}",
        "{}",
        "{\"id\":1}",
        "{\"id\":1,\"result\":1}]",
        "{\"id\":1,\"error\":null}",
      })
  void whatIsNoMessageEndsTheConversation(String text) {
    assertThat(receive(text)).isPresent();
  }

  @Test
  void whatIsTooDeepOrTooManyEndsTheConversation() {
    assertThat(receive("{\"id\":1,\"result\":" + "[".repeat(100_000))).isPresent();
    assertThat(receive("{\"id\":1,\"result\":" + "[".repeat(65) + "]".repeat(65) + "}"))
        .isPresent();
    assertThat(receive("{\"id\":" + "9".repeat(200) + ",\"result\":1}")).isPresent();
    assertThat(receive("{\"" + "n".repeat(2_000) + "\":1,\"id\":1,\"result\":1}")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":99,\"result\":1}",
        "{\"id\":-1,\"result\":1}",
        "{\"id\":\"1\",\"result\":1}",
        "{\"id\":1.5,\"result\":1}",
        "{\"id\":99999999999999999999,\"result\":1}",
        "{\"id\":null,\"error\":{\"code\":-32700,\"message\":\"parse error\"}}",
        "{\"method\":\"x\",\"params\":{\"subscription\":\"nobody\",\"result\":1}}",
        "{\"method\":\"x\",\"params\":[]}",
        "{\"method\":\"x\",\"id\":1,\"params\":{\"subscription\":\"a\",\"result\":1}}",
      })
  void aMessageThatNobodyAskedForIsToleratedFifteenTimes(String text) {
    for (int i = 0; i < 15; i++) {
      assertThat(receive(text)).isEmpty();
    }
    assertThat(receive(text)).hasValueSatisfying(why -> assertThat(why).contains("16 messages"));
  }

  @Test
  void aSecondAnswerIsAStrikeAndALateOneIsNot() {
    for (int i = 1; i <= 100; i++) {
      PendingCall call = sent();
      assertThat(conversation.await(call, AT_ONCE)).isInstanceOf(RpcAnswer.TimedOut.class);
      assertThat(receive("{\"id\":" + i + ",\"result\":1}")).isEmpty();
    }
    for (int i = 1; i <= 15; i++) {
      assertThat(receive("{\"id\":1,\"result\":1}")).isEmpty();
    }
    assertThat(receive("{\"id\":1,\"result\":1}")).isPresent();
  }

  @Test
  void moreCallsThanTheLimitAreRefusedBeforeTheyLeave() {
    List<PendingCall> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      calls.add(sent());
    }
    PendingCall oneTooMany = conversation.begin(RpcCall.read("x"), Optional.empty());
    assertThat(conversation.await(oneTooMany, AT_ONCE).words()).contains("8 calls are under way");
    calls.forEach(call -> conversation.await(call, AT_ONCE));
    assertThat(conversation.isIdle()).isTrue();
  }

  @Test
  void answersThatNobodyTakesEndTheConversationWhenTheyAreTooLong() {
    PendingCall first = sent();
    sent();
    String half = "\"" + "x".repeat(600_000) + "\"";
    assertThat(receive("{\"id\":1,\"result\":" + half + "}")).isEmpty();
    assertThat(receive("{\"id\":2,\"result\":" + half + "}")).isPresent();
    assertThat(conversation.await(first, AT_ONCE)).isInstanceOf(RpcAnswer.Result.class);
  }

  @Test
  void answersThatAreTakenMakeRoom() {
    for (int i = 1; i <= 10; i++) {
      PendingCall call = sent();
      String half = "\"" + "x".repeat(600_000) + "\"";
      assertThat(receive("{\"id\":" + i + ",\"result\":" + half + "}")).isEmpty();
      assertThat(conversation.await(call, AT_ONCE)).isInstanceOf(RpcAnswer.Result.class);
    }
  }

  @Test
  void itemsThatComeBeforeTheAnswerAreKeptForIt() {
    Collected items = new Collected();
    PendingCall call = conversation.begin(RpcCall.read("subscribe"), Optional.of(items));
    assertThat(receive(item("s", 1))).isEmpty();
    assertThat(receive(item("s", 2))).isEmpty();
    assertThat(receive("{\"id\":1,\"result\":\"s\"}")).isEmpty();
    assertThat(receive(item("s", 3))).isEmpty();
    assertThat(conversation.await(call, AT_ONCE)).isInstanceOf(RpcAnswer.Result.class);
    assertThat(items.seen).containsExactly("1", "2", "3");
  }

  @Test
  void itemsOfASubscriptionThatWasLeftAreExpected() {
    Collected items = new Collected();
    conversation.begin(RpcCall.read("subscribe"), Optional.of(items));
    receive("{\"id\":1,\"result\":7}");
    assertThat(conversation.leave(items)).contains("7");
    for (int i = 0; i < 100; i++) {
      assertThat(receive(item("7", i))).isEmpty();
    }
    assertThat(items.seen).isEmpty();
  }

  @Test
  void theEndReachesEveryCallAndSubscriptionOnce() {
    Collected items = new Collected();
    PendingCall unsent = conversation.begin(RpcCall.read("subscribe"), Optional.of(items));
    receive("{\"id\":1,\"result\":\"s\"}");
    PendingCall under = sent();
    PendingCall waiting = conversation.begin(RpcCall.read("x"), Optional.empty());
    assertThat(conversation.end("cut")).isTrue();
    assertThat(conversation.end("again")).isFalse();
    assertThat(conversation.await(unsent, AT_ONCE)).isInstanceOf(RpcAnswer.Result.class);
    assertThat(conversation.await(under, AT_ONCE)).isEqualTo(new RpcAnswer.Lost("cut"));
    assertThat(conversation.await(waiting, AT_ONCE)).isEqualTo(new RpcAnswer.NotSent("cut"));
    assertThat(items.ended).containsExactly("cut");
  }

  @Test
  void noMutatedMessageThrowsOrIsHeldOnTo() {
    String[] honest = {
      "{\"jsonrpc\":\"2.0\",\"id\":%d,\"result\":{\"number\":\"0x2d\",\"digest\":{\"logs\":[]}}}",
      "{\"jsonrpc\":\"2.0\",\"id\":%d,\"error\":{\"code\":-32601,\"message\":\"no\",\"data\":[1]}}",
      "{\"jsonrpc\":\"2.0\",\"id\":%d,\"result\":\"s\"}",
      "{\"method\":\"m\",\"params\":{\"subscription\":\"s\",\"result\":%d}}",
    };
    Random random = new Random(34);
    int ended = 0;
    for (int round = 0; round < 2_000; round++) {
      Conversation fresh = new Conversation(LIMITS);
      Collected items = new Collected();
      for (int message = 1; message <= 30; message++) {
        PendingCall call = fresh.begin(RpcCall.read("x"), Optional.of(items));
        call.leaves();
        String text = honest[random.nextInt(honest.length)].formatted(message);
        Optional<String> end = fresh.receive(mutated(text, random));
        assertThat(fresh.await(call, AT_ONCE)).isNotNull();
        if (end.isPresent()) {
          fresh.end(end.get());
          ended++;
          break;
        }
      }
      assertThat(fresh.underWay()).isZero();
    }
    assertThat(ended).isPositive();
  }

  private static String mutated(String text, Random random) {
    StringBuilder mutated = new StringBuilder(text);
    for (int changes = random.nextInt(3); changes > 0 && !mutated.isEmpty(); changes--) {
      int at = random.nextInt(mutated.length());
      switch (random.nextInt(5)) {
        case 0 -> mutated.setLength(at);
        case 1 -> mutated.setCharAt(at, (char) random.nextInt(0x10000));
        case 2 -> mutated.deleteCharAt(at);
        case 3 -> mutated.insert(at, mutated.substring(at));
        default -> mutated.insert(at, "{[\"\\u:,}]".charAt(random.nextInt(9)));
      }
    }
    return mutated.toString();
  }

  private PendingCall sent() {
    PendingCall call = conversation.begin(RpcCall.read("x"), Optional.empty());
    call.leaves();
    return call;
  }

  private Optional<String> receive(String text) {
    return conversation.receive(text);
  }

  private static String item(String subscription, int number) {
    String id = "\"" + subscription + "\"";
    return "{\"method\":\"m\",\"params\":{\"subscription\":" + id + ",\"result\":" + number + "}}";
  }

  /** A route that keeps everything. */
  private static final class Collected implements Route {
    private final List<String> seen = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();

    @Override
    public void item(JsonNode item) {
      seen.add(item.toString());
    }

    @Override
    public void ended(String reason) {
      ended.add(reason);
    }
  }
}
