package io.gasminer.bittensor.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.bittensor.wallet.Hotkey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Whatever a node answers, a question ends in an answer or in a reason. */
class OddAnswersTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Hotkey BOB = Hotkey.fromUri("//Bob");
  private static final List<String> METHODS =
      List.of(
          "chain_getFinalizedHead",
          "state_getRuntimeVersion",
          "state_getMetadata",
          "state_getStorage",
          "state_queryStorageAt",
          "state_call");
  private static final List<String> ODD =
      List.of(
          "null",
          "true",
          "-1",
          "1e400",
          "99999999999999999999999999",
          "{}",
          "[]",
          "[[[]]]",
          "\"\"",
          "\"0x\"",
          "\"0xzz\"",
          "\"0x0000\"",
          "\"0x6d657461ff\"",
          "\"0x6d6574610effffffff\"",
          "\"\\u001b[31m\"",
          "{\"specVersion\":1e300,\"transactionVersion\":-4,\"apis\":[[],7]}");

  @Test
  void aNeuronIsFoundOrNot() throws Exception {
    try (ScriptedChain chain = new ScriptedChain();
        Subtensor asked = chain.open(SOON)) {
      assertThat(asked.uid(34, BOB.address()).found()).contains(OptionalInt.empty());
      chain.storage.put(ScriptedChain.UIDS, "0700");
      assertThat(asked.uid(34, BOB.address()).found()).contains(OptionalInt.of(7));
      chain.storage.put(ScriptedChain.UIDS, "07");
      assertThat(asked.uid(34, BOB.address())).isInstanceOf(Answer.Unavailable.class);
    }
  }

  @Test
  void garbageInAnyAnswerIsAReasonAndNeverAnException() throws Exception {
    List<String> failures = new ArrayList<>();
    for (String method : METHODS) {
      for (String odd : ODD) {
        try (ScriptedChain chain = new ScriptedChain()) {
          chain.storage.put(ScriptedChain.SIZE, "0100");
          chain.node.on(method, (peer, request) -> peer.result(request, odd));
          ask(chain, method + " " + odd, failures);
        }
      }
    }
    assertThat(failures).isEmpty();
  }

  private static void ask(ScriptedChain chain, String what, List<String> failures) {
    long begun = System.nanoTime();
    try (Subtensor asked = chain.open(SOON)) {
      for (Answer<?> answer :
          List.of(
              asked.uid(34, BOB.address()),
              asked.axon(34, BOB.address()),
              asked.metagraph(34),
              asked.status())) {
        if (answer instanceof Answer.Unavailable<?>(String reason)
            && reason.chars().anyMatch(Character::isISOControl)) {
          failures.add(what + ": a reason that terminals obey");
        }
      }
    } catch (RuntimeException thrown) {
      failures.add(what + ": " + thrown);
    }
    if (System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(8)) {
      failures.add(what + ": too long");
    }
  }

  @Test
  void columnsOfDifferentLengthsAreNoMetagraph() throws Exception {
    try (ScriptedChain chain = new ScriptedChain();
        Subtensor asked = chain.open(SOON)) {
      chain.storage.put(ScriptedChain.SIZE, "0200");
      chain.storage.put(ScriptedChain.KEYS, "11".repeat(32));
      chain.storage.put(ScriptedChain.PERMITS, "0401");
      assertThat(asked.metagraph(34).toString()).contains("2 hotkeys, 1 permits and 2 stakes");
      chain.storage.put(ScriptedChain.PERMITS, "080100");
      Metagraph metagraph = asked.metagraph(34).found().orElseThrow();
      assertThat(metagraph.neurons()).hasSize(2);
      assertThat(metagraph.neurons().getFirst().validatorPermit()).isTrue();
      chain.storage.remove(ScriptedChain.KEYS);
      assertThat(asked.metagraph(34)).isInstanceOf(Answer.Unavailable.class);
      chain.storage.put(ScriptedChain.SIZE, "ffff");
      assertThat(asked.metagraph(34)).isInstanceOf(Answer.Unavailable.class);
    }
  }

  @Test
  void anUpgradeWhileConnectedLoadsTheNewDescriptionAndAnswers() throws Exception {
    try (ScriptedChain chain = new ScriptedChain();
        Subtensor asked = chain.open(SOON)) {
      chain.storage.put(ScriptedChain.UIDS, "0700");
      assertThat(asked.uid(34, BOB.address()).found()).contains(OptionalInt.of(7));
      assertThat(asked.uid(34, BOB.address()).found()).contains(OptionalInt.of(7));
      assertThat(chain.descriptions).hasValue(1);
      // The old description does not fit any more, and nobody has said so yet.
      chain.spec = 294;
      chain.storage.put(ScriptedChain.UIDS, "07");
      chain.afterDescribing = () -> chain.storage.put(ScriptedChain.UIDS, "0900");
      assertThat(asked.uid(34, BOB.address()).found()).contains(OptionalInt.of(9));
      assertThat(chain.descriptions).hasValue(2);
    }
  }

  @Test
  void whatDoesNotFitIsNotLoadedAgainWithoutAnUpgrade() throws Exception {
    try (ScriptedChain chain = new ScriptedChain();
        Subtensor asked = chain.open(SOON)) {
      chain.storage.put(ScriptedChain.UIDS, "07");
      for (int i = 0; i < 5; i++) {
        assertThat(asked.uid(34, BOB.address())).isInstanceOf(Answer.Unavailable.class);
      }
      assertThat(chain.descriptions).hasValue(1);
    }
  }
}
