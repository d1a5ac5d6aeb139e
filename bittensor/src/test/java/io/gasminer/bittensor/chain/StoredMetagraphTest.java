package io.gasminer.bittensor.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.bittensor.rpc.Endpoints;
import io.gasminer.bittensor.rpc.Node;
import io.gasminer.bittensor.rpc.NodeEvents;
import io.gasminer.bittensor.rpc.NodeSettings;
import io.gasminer.bittensor.rpc.RpcCall;
import io.gasminer.bittensor.rpc.Surroundings;
import io.gasminer.bittensor.scale.Encoded;
import io.gasminer.bittensor.scale.ScaleValue;
import io.gasminer.bittensor.scale.ScaleWriter;
import io.gasminer.bittensor.wallet.Hotkey;
import io.gasminer.testkit.Chainkit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is put together from storage is what the real runtime tells, stake by stake. */
class StoredMetagraphTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final ScaleValue SUBNET = ScaleValue.of(34);
  private static final ScaleValue ROOT = ScaleValue.of(0);
  private static final List<String> NAMES =
      List.of("//Alice", "//Bob", "//Charlie", "//Dave", "//Ferdie", "//outside");

  private final Random random = new Random(34);

  @ParameterizedTest
  @CsvSource({"state-sn34-8, 8", "state-sn34-256, 256"})
  void everyNeuronIsAsTheRuntimeTellsIt(String state, int size) {
    try (Chainkit kit = Chainkit.start(state);
        Node node = node(kit)) {
      Questions questions = new Questions(node, LONG);
      Runtimes runtimes = new Runtimes(questions, RuntimeFolder.none());
      assertThat(compared(questions, runtimes).neurons()).hasSize(size);
      for (int round = 0; round < 3; round++) {
        give(questions, got(runtimes.current()));
        compared(questions, runtimes);
      }
    }
  }

  /** Both metagraphs, which must be equal, at the newest block. */
  private static Metagraph compared(Questions questions, Runtimes runtimes) {
    ChainRuntime runtime = got(runtimes.withApis());
    Block at = got(questions.newest());
    Metagraph told = got(MetagraphCall.of(runtime, 34).orElseThrow().ask(questions, 34, at));
    Storage storage = Storage.subtensor(questions, runtime, at.hash());
    assertThat(got(new StoredMetagraph(storage, 34, at).read())).isEqualTo(told);
    return told;
  }

  /** Stakes, families and a weight of chance; some parents are not of the subnet. */
  private void give(Questions questions, ChainRuntime runtime) {
    List<List<String>> pairs = new ArrayList<>();
    for (String name : NAMES) {
      ScaleValue hotkey = hotkey(name);
      pairs.add(pair(runtime, stake(), "TotalHotkeyAlpha", hotkey, SUBNET));
      pairs.add(pair(runtime, stake(), "TotalHotkeyAlpha", hotkey, ROOT));
      pairs.add(pair(runtime, family(), "ParentKeys", hotkey, SUBNET));
      pairs.add(pair(runtime, family(), "ChildKeys", hotkey, SUBNET));
    }
    pairs.add(pair(runtime, new ScaleWriter().fixed(random.nextLong(), 8).toBytes(), "TaoWeight"));
    assertThat(questions.node().call(RpcCall.once("dev_setStorage", pairs), LONG).words())
        .isEqualTo("answered");
  }

  private byte[] stake() {
    return new ScaleWriter().fixed(random.nextLong(1L << 55), 8).toBytes();
  }

  private byte[] family() {
    int members = random.nextInt(4);
    ScaleWriter family = new ScaleWriter().compact(members);
    for (int i = 0; i < members; i++) {
      Hotkey member = Hotkey.fromUri(NAMES.get(random.nextInt(NAMES.size())));
      family.fixed(random.nextLong(), 8).bytes(member.address().publicKey());
    }
    return family.toBytes();
  }

  private static List<String> pair(
      ChainRuntime runtime, byte[] value, String item, ScaleValue... key) {
    Encoded raw =
        runtime.metadata().storage("SubtensorModule", item).encode(entry -> entry.key(key));
    return List.of(Hex.of(raw.bytes().orElseThrow()), Hex.of(value));
  }

  private static ScaleValue hotkey(String uri) {
    return ScaleValue.of(Hotkey.fromUri(uri).address().publicKey());
  }

  private static Node node(Chainkit kit) {
    return Node.open(
        ((Endpoints.Reading.Read) Endpoints.parse(kit.address())).endpoints(),
        NodeSettings.usual(),
        Surroundings.real(),
        NodeEvents.none());
  }

  private static <T> T got(Answer<T> answer) {
    return switch (answer) {
      case Answer.Got<T>(T value) -> value;
      case Answer.Unavailable<T>(String reason) -> throw new AssertionError(reason);
    };
  }
}
