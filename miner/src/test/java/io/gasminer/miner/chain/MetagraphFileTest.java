package io.gasminer.miner.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gasminer.bittensor.ss58.Ss58Address;
import io.gasminer.bittensor.wallet.Hotkey;
import io.gasminer.miner.events.MinerEvents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.SynchronousQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetagraphFileTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_795_425_661);
  private static final Ss58Address ALICE = Hotkey.fromUri("//Alice").address();
  private static final Ss58Address BOB = Hotkey.fromUri("//Bob").address();

  @TempDir Path folder;

  @Test
  void stakeAndPermitAreReadAsTheyAre() {
    MetagraphSnapshot snapshot =
        parse(
            """
            {"netuid": 34, "block": 7, "neurons": [
              {"uid": 0, "hotkey": "%s", "stake": 19999.999999999, "validator_permit": true},
              {"uid": 1, "hotkey": "%s", "stake": 20000, "axon": "1.2.3.4:8093"}]}
            """
                .formatted(ALICE, BOB));
    assertThat(snapshot.netuid()).isEqualTo(34);
    assertThat(snapshot.block()).isEqualTo(7);
    assertThat(snapshot.find(ALICE))
        .hasValueSatisfying(
            alice -> {
              assertThat(alice.stake()).isEqualTo(19_999.999999999);
              assertThat(alice.validatorPermit()).isTrue();
            });
    assertThat(snapshot.find(BOB))
        .hasValueSatisfying(
            bob -> {
              assertThat(bob.uid()).isEqualTo(1);
              assertThat(bob.validatorPermit()).isFalse();
            });
  }

  @Test
  void whatIsWrongIsSaidWithItsPlace() {
    refused("[", "not JSON");
    refused("{}", "no list 'neurons'");
    refused("{\"neurons\": {}}", "no list 'neurons'");
    refused(neuron("\"nobody\"", "1", "1"), "neuron 0 has no valid 'hotkey'");
    refused(neuron("7", "1", "1"), "neuron 0 has no valid 'hotkey'");
    refused(neuron("\"" + ALICE + "\"", "1.5", "1"), "neuron 0 needs numbers");
    refused(neuron("\"" + ALICE + "\"", "1", "\"1\""), "neuron 0 needs numbers");
    refused(neuron("\"" + ALICE + "\"", "1", "-1"), "neuron 0 has an impossible 'stake'");
  }

  @Test
  void hostileNumbersAreRefusedAndNeverThrowAnythingElse() {
    for (String number :
        List.of("1e999", "1e999999999", "-1e999999999", "9".repeat(900), "99999999999", "NaN")) {
      refusedOrRead(neuron("\"" + ALICE + "\"", number, "1"));
      refusedOrRead(neuron("\"" + ALICE + "\"", "1", number));
      refusedOrRead("{\"netuid\":" + number + ",\"block\":" + number + ",\"neurons\":[]}");
    }
    refused("{\"neurons\":" + "[".repeat(100_000), "not JSON");
  }

  @Test
  void noTruncationAndNoFlippedBitThrowsAnythingElse() {
    byte[] good = neuron("\"" + ALICE + "\"", "1", "20000.5").getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < good.length; length++) {
      refusedOrRead(Arrays.copyOf(good, length));
    }
    Random random = new Random(20_261_124);
    for (int i = 0; i < 5_000; i++) {
      byte[] bent = good.clone();
      bent[random.nextInt(bent.length)] ^= (byte) (1 << random.nextInt(8));
      refusedOrRead(bent);
    }
  }

  @Test
  void aChangedFileIsReadAgainAndABrokenOneLeavesTheLastInForce() throws Exception {
    Path file = folder.resolve("metagraph.json");
    SynchronousQueue<String> looks = new SynchronousQueue<>();
    write(file, 1);
    try (MetagraphFile registry =
        MetagraphFile.open(
            file, InstantSource.fixed(NOW), wait -> looks.put("look"), new MinerEvents())) {
      assertThat(registry.snapshot().block()).isEqualTo(1);
      write(file, 22);
      lookTwice(looks);
      assertThat(registry.snapshot().block()).isEqualTo(22);
      Files.writeString(file, "{\"neurons\":[{\"uid\":99999999999,\"hotkey\":\"x\"");
      lookTwice(looks);
      assertThat(registry.snapshot().block()).isEqualTo(22);
      Files.delete(file);
      lookTwice(looks);
      assertThat(registry.find(ALICE)).isPresent();
      write(file, 333);
      lookTwice(looks);
      assertThat(registry.snapshot().block()).isEqualTo(333);
    }
  }

  @Test
  void aFileThatIsNoneIsAnErrorAtOnce() {
    assertThatThrownBy(
            () ->
                MetagraphFile.open(
                    folder.resolve("none"),
                    InstantSource.fixed(NOW),
                    wait -> {},
                    new MinerEvents()))
        .isInstanceOf(IOException.class);
  }

  // After the second look has begun, the first one has ended.
  private static void lookTwice(SynchronousQueue<String> looks) throws InterruptedException {
    looks.take();
    looks.take();
  }

  private static void write(Path file, long block) throws IOException {
    Files.writeString(
        file,
        "{\"netuid\":34,\"block\":"
            + block
            + ",\"neurons\":[{\"uid\":0,\"hotkey\":\""
            + ALICE
            + "\",\"stake\":1}]}");
  }

  private static String neuron(String hotkey, String uid, String stake) {
    return "{\"neurons\":[{\"hotkey\":"
        + hotkey
        + ",\"uid\":"
        + uid
        + ",\"stake\":"
        + stake
        + "}]}";
  }

  private static MetagraphSnapshot parse(String json) {
    return MetagraphSnapshot.parse(json.getBytes(StandardCharsets.UTF_8), NOW);
  }

  private static void refused(String json, String why) {
    assertThatThrownBy(() -> parse(json))
        .as(json.substring(0, Math.min(80, json.length())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  private static void refusedOrRead(String json) {
    refusedOrRead(json.getBytes(StandardCharsets.UTF_8));
  }

  private static void refusedOrRead(byte[] json) {
    try {
      assertThat(MetagraphSnapshot.parse(json, NOW)).isNotNull();
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageNotContaining("Exception");
    }
  }
}
