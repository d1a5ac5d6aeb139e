package io.gasminer.bittensor;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.bittensor.metadata.Hasher;
import io.gasminer.bittensor.scale.MalformedScale;
import io.gasminer.bittensor.scale.ScaleReader;
import io.gasminer.bittensor.scale.ScaleWriter;
import io.gasminer.bittensor.ss58.Ss58Address;
import io.gasminer.bittensor.subtensor.Era;
import io.gasminer.bittensor.wallet.Hotkey;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PrimitiveVectorsTest {
  private final List<String> wrong = new ArrayList<>();
  private int checked;

  @ParameterizedTest
  @ValueSource(strings = {"103", "293"})
  void hashesNumbersErasAndKeysAreThoseOfOtherLibraries(String spec) throws MalformedScale {
    JsonNode vectors = ChainVectors.json(spec, "primitives.json");
    for (JsonNode vector : vectors.path("twox128")) {
      byte[] name = vector.path("in").stringValue().getBytes(StandardCharsets.UTF_8);
      same(vector, Hasher.TWOX_128.hash(name));
    }
    hashes(vectors.path("twox64_concat"), Hasher.TWOX_64_CONCAT);
    hashes(vectors.path("blake2_128_concat"), Hasher.BLAKE2_128_CONCAT);
    hashes(vectors.path("blake2_256"), Hasher.BLAKE2_256);
    for (JsonNode vector : vectors.path("compact")) {
      BigInteger number = new BigInteger(vector.path("in").stringValue());
      same(vector, new ScaleWriter().compact(number).toBytes());
      if (number.bitLength() < Long.SIZE) {
        same(vector, new ScaleWriter().compact(number.longValue()).toBytes());
      }
      byte[] out = ChainVectors.hex(vector.path("out"));
      expect(vector + " back", new ScaleReader(out).compact().equals(number));
    }
    vectors.path("era").forEach(this::era);
    vectors.path("sr25519").forEach(this::key);
    miniSecret(vectors.path("miniSecret"));
    for (JsonNode vector : vectors.path("ss58_bad")) {
      boolean parses = Ss58Address.parse(vector.path("in").stringValue()).isPresent();
      expect(vector.toString(), parses == vector.path("ok").booleanValue());
    }
    assertThat(checked).isEqualTo(125);
    assertThat(wrong).as("of %s checks", checked).isEmpty();
  }

  private void hashes(JsonNode vectors, Hasher hasher) {
    for (JsonNode vector : vectors) {
      same(vector, hasher.hash(ChainVectors.hex(vector.path("in"))));
    }
  }

  private void era(JsonNode vector) {
    if (vector.path("immortal").asBoolean(false)) {
      same(vector, Era.immortal().encoded());
      return;
    }
    int period = vector.path("period").intValue();
    long current = vector.path("current").longValue();
    Era era = Era.mortal(period, current);
    same(vector, era.encoded());
    expect(vector + " birth", era.birth(current) == vector.path("birth").longValue());
    expect(vector + " death", era.birth(current) + period == vector.path("death").longValue());
  }

  private void key(JsonNode vector) {
    String uri = vector.path("uri").stringValue();
    byte[] key = ChainVectors.hex(vector.path("publicKey"));
    String address = vector.path("ss58_42").stringValue();
    String phrase = vector.path("devPhrase").stringValue();
    for (Hotkey hotkey : List.of(Hotkey.fromUri(uri), Hotkey.fromUri(phrase + uri))) {
      expect(uri, Arrays.equals(hotkey.address().publicKey(), key));
      expect(uri + " address", hotkey.address().toString().equals(address));
    }
    expect(
        uri + " parsed",
        Ss58Address.parse(address)
            .map(found -> Arrays.equals(found.publicKey(), key))
            .orElse(false));
  }

  private void miniSecret(JsonNode vector) {
    byte[] key = ChainVectors.hex(vector.path("publicKey"));
    Hotkey ofPhrase = Hotkey.fromUri(vector.path("mnemonic").stringValue());
    Hotkey ofSeed = Hotkey.fromSeed(ChainVectors.hex(vector.path("miniSecret")));
    expect("phrase", Arrays.equals(ofPhrase.address().publicKey(), key));
    expect("seed", Arrays.equals(ofSeed.address().publicKey(), key));
  }

  private void same(JsonNode vector, byte[] made) {
    expect(vector.toString(), Arrays.equals(made, ChainVectors.hex(vector.path("out"))));
  }

  private void expect(String what, boolean holds) {
    checked++;
    if (!holds) {
      wrong.add(what);
    }
  }
}
