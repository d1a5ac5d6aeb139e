package io.gasminer.bittensor.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.bittensor.ChainVectors;
import io.gasminer.bittensor.scale.Decoded;
import io.gasminer.bittensor.scale.Encoded;
import io.gasminer.bittensor.scale.ScaleEncoder;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HostileMetadataTest {
  private static final Random RANDOM = new Random(34);

  @Test
  void damagedMetadataIsAValue() {
    byte[] whole = ChainVectors.bytes("103", "metadata-state_getMetadata.bin");
    for (int length = 0; length < whole.length; length += 97) {
      assertThat(RuntimeMetadata.parse(Arrays.copyOf(whole, length)))
          .isNotInstanceOf(Parsed.Known.class);
    }
    for (int round = 0; round < 300; round++) {
      byte[] flipped = whole.clone();
      flipped[RANDOM.nextInt(whole.length)] ^= (byte) (1 << RANDOM.nextInt(8));
      assertThat(RuntimeMetadata.parse(flipped)).isNotNull();
    }
  }

  @Test
  void aDamagedAnswerIsAValueOrWritesTheSameBytes() {
    RuntimeMetadata metadata = ChainVectors.version15("293");
    RuntimeApiMethod method =
        metadata.runtimeApi("NeuronInfoRuntimeApi", "get_neurons_lite").found().orElseThrow();
    JsonNode vector = ChainVectors.json("293", "runtime-apis.json").get(1);
    byte[] answer = ChainVectors.hex(vector.path("result"));
    for (int length = 0; length < answer.length; length++) {
      assertThat(method.decode(Arrays.copyOf(answer, length)))
          .isInstanceOf(Decoded.Malformed.class);
    }
    for (int round = 0; round < 5000; round++) {
      byte[] flipped = answer.clone();
      flipped[RANDOM.nextInt(answer.length)] ^= (byte) (1 << RANDOM.nextInt(8));
      if (method.decode(flipped) instanceof Decoded.Value value) {
        assertThat(ScaleEncoder.encode(metadata.types(), method.answerType(), value.value()))
            .isEqualTo(new Encoded.Bytes(flipped));
      }
    }
  }

  @Test
  void aNameThatIsNotThereIsToldWithNearOnes() {
    RuntimeMetadata metadata = ChainVectors.version15("293");
    assertThat(metadata.storage("SubtensorModule", "Uidz"))
        .isInstanceOfSatisfying(
            Lookup.Absent.class, absent -> assertThat(absent.reason()).contains("Uids"));
  }
}
