package io.gasminer.bittensor.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.bittensor.ChainVectors;
import io.gasminer.bittensor.scale.Decoded;
import io.gasminer.bittensor.scale.Encoded;
import io.gasminer.bittensor.scale.ScaleDecoder;
import io.gasminer.bittensor.scale.ScaleEncoder;
import io.gasminer.bittensor.scale.ScaleValue;
import io.gasminer.bittensor.scale.ScaleWriter;
import io.gasminer.bittensor.ss58.Ss58Address;
import io.gasminer.bittensor.subtensor.ChainIdentity;
import io.gasminer.bittensor.subtensor.DispatchOutcome;
import io.gasminer.bittensor.subtensor.Era;
import io.gasminer.bittensor.subtensor.ExtrinsicBuilder;
import io.gasminer.bittensor.subtensor.Prepared;
import io.gasminer.bittensor.subtensor.Validity;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class HostileMetadataTest {
  private final RandomGenerator random = new Random(34);

  @ParameterizedTest
  @CsvSource({
    "103, metadata-state_getMetadata.bin, 97, 300",
    "293, metadata-at_version_15-response.bin, 2003, 100",
    "461-pypi, metadata-at_version_15-response.bin, 3001, 100"
  })
  void damagedMetadataIsAValue(String spec, String file, int step, int flips) {
    byte[] whole = ChainVectors.bytes(spec, file);
    for (int length = 0; length < whole.length; length += step) {
      assertThat(RuntimeMetadata.parse(Arrays.copyOf(whole, length)))
          .isNotInstanceOf(Parsed.Known.class);
    }
    for (int round = 0; round < flips; round++) {
      byte[] flipped = whole.clone();
      for (int damage = 0; damage <= round % 3; damage++) {
        flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
      }
      if (RuntimeMetadata.parse(flipped) instanceof Parsed.Known(RuntimeMetadata metadata)) {
        useAll(metadata);
      }
    }
  }

  // What still parses must not fail later either.
  private void useAll(RuntimeMetadata metadata) {
    byte[] bytes = new byte[64];
    random.nextBytes(bytes);
    for (int type = 0; type < metadata.types().size(); type += 1 + random.nextInt(20)) {
      assertThat(ScaleDecoder.decode(metadata.types(), type, bytes)).isNotNull();
      assertThat(ScaleEncoder.encode(metadata.types(), type, ScaleValue.of(bytes))).isNotNull();
    }
    Prepared prepared =
        new ExtrinsicBuilder(metadata, new ChainIdentity(new byte[32], 1, 1))
            .prepare(
                new Encoded.Bytes(bytes),
                new Validity(Era.immortal(), new byte[32], 0, BigInteger.ZERO));
    prepared
        .found()
        .ifPresent(
            made ->
                assertThat(made.withSignature(Ss58Address.of(new byte[32]), bytes)).isNotNull());
    assertThat(DispatchOutcome.of(metadata, bytes, 0)).isNotNull();
    assertThat(metadata.error(0, 0)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"types", "path", "parameters", "fields", "cases", "tuple", "docs"})
  void anAbsurdCountIsMalformed(String where) {
    ScaleWriter out = new ScaleWriter().bytes(new byte[] {'m', 'e', 't', 'a', 14});
    if (!where.equals("types")) {
      out.compact(1).compact(0);
    }
    switch (where) {
      case "parameters" -> out.compact(0);
      case "fields" -> out.compact(0).compact(0).u8(0);
      case "cases" -> out.compact(0).compact(0).u8(1);
      case "tuple" -> out.compact(0).compact(0).u8(4);
      case "docs" -> out.compact(0).compact(0).u8(5).u8(3);
      default -> {}
    }
    byte[] claim = out.compact(4_294_967_295L).bytes(new byte[100]).toBytes();
    assertThat(RuntimeMetadata.parse(claim)).isInstanceOf(Parsed.Malformed.class);
    byte[] full =
        out.compact((4 << 20) - 100)
            .bytes(new byte[(4 << 20) - 100 - out.toBytes().length])
            .toBytes();
    assertThat(RuntimeMetadata.parse(full)).isInstanceOf(Parsed.Malformed.class);
  }

  @Test
  void metadataOverFourMebibytesIsNotRead() {
    assertThat(RuntimeMetadata.parse(new byte[(4 << 20) + 1])).isInstanceOf(Parsed.Malformed.class);
  }

  @Test
  void typesThatHoldThemselvesParseAndTheirValuesAreMalformed() {
    ScaleWriter out = new ScaleWriter().bytes(new byte[] {'m', 'e', 't', 'a', 14}).compact(4);
    out.compact(0).compact(0).compact(0).u8(4).compact(1).compact(0).compact(0); // ((((…
    out.compact(1).compact(0).compact(0).u8(2).compact(1).compact(0); // Vec<Vec<…
    out.compact(2).compact(0).compact(0).u8(6).compact(2).compact(0); // Compact<Compact<…
    out.compact(3).compact(0).compact(0).u8(3).fixed(4_294_967_295L, 4).compact(3).compact(0);
    out.compact(0).compact(0).u8(4).compact(0).compact(0); // no pallets, no extensions
    Parsed parsed = RuntimeMetadata.parse(out.toBytes());
    RuntimeMetadata metadata = parsed.found().orElseThrow(() -> new AssertionError(parsed));
    byte[] fours = new byte[4000];
    Arrays.fill(fours, (byte) 4);
    for (int type = 0; type < 4; type++) {
      assertThat(ScaleDecoder.decode(metadata.types(), type, fours))
          .isInstanceOf(Decoded.Malformed.class);
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
      flipped[random.nextInt(answer.length)] ^= (byte) (1 << random.nextInt(8));
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
