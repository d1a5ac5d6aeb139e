package io.gasminer.bittensor.subtensor;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.bittensor.ChainVectors;
import io.gasminer.bittensor.Plainly;
import io.gasminer.bittensor.metadata.ModuleError;
import io.gasminer.bittensor.metadata.RuntimeMetadata;
import io.gasminer.bittensor.metadata.StorageEntry;
import io.gasminer.bittensor.scale.ScaleEncoder;
import io.gasminer.bittensor.scale.ScaleValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class DispatchOutcomeTest {
  private static final int SUBTENSOR_103 = 8;
  private static final int SUBTENSOR = 7;

  @Test
  void theEventsOfTheReferenceAreReadInFull() {
    JsonNode golden = ChainVectors.json("461-pypi", "golden.json.gz");
    JsonNode events = golden.path("events");
    byte[] raw = ChainVectors.hex(events.path("raw_hex"));
    for (RuntimeMetadata metadata :
        List.of(ChainVectors.version14("461-pypi"), ChainVectors.version15("461-pypi"))) {
      ScaleValue records = events(metadata).decodeValue(raw).found().orElseThrow();
      assertThat(Plainly.shows(events.path("decoded"), records)).isTrue();
      JsonNode receipt = golden.path("receipt");
      assertThat(receipt.path("is_success").booleanValue()).isTrue();
      assertThat(DispatchOutcome.of(metadata, raw, receipt.path("extrinsic_idx").intValue()))
          .isEqualTo(new DispatchOutcome.Succeeded());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"103", "293", "461-pypi"})
  void aRefusalIsToldInTheRuntimesWords(String spec) {
    RuntimeMetadata metadata = ChainVectors.newest(spec);
    int pallet = spec.equals("103") ? SUBTENSOR_103 : SUBTENSOR;
    int error =
        IntStream.range(0, 256)
            .filter(i -> named(metadata, pallet, i).equals("ServingRateLimitExceeded"))
            .findFirst()
            .orElseThrow();
    ScaleValue module =
        composite(
            "index",
            ScaleValue.of(pallet),
            "error",
            ScaleValue.of(new byte[] {(byte) error, 0, 0, 0}));
    assertThat(DispatchOutcome.of(metadata, failed(metadata, "Module", module), 3))
        .isInstanceOfSatisfying(
            DispatchOutcome.Failed.class,
            failed ->
                assertThat(failed.reason())
                    .startsWith("SubtensorModule.ServingRateLimitExceeded")
                    // The oldest runtime has the name alone.
                    .matches(reason -> spec.equals("103") || reason.contains(": ")));
    ScaleValue unknown =
        composite("index", ScaleValue.of(250), "error", ScaleValue.of(new byte[] {9, 0, 0, 0}));
    assertThat(DispatchOutcome.of(metadata, failed(metadata, "Module", unknown), 3))
        .isEqualTo(new DispatchOutcome.Failed("this runtime has no error 9 in pallet 250"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"103", "293", "461-pypi"})
  void aRefusalOfNoPalletIsNamed(String spec) {
    RuntimeMetadata metadata = ChainVectors.newest(spec);
    byte[] overflow = failed(metadata, "Arithmetic", ScaleValue.variant("Overflow"));
    assertThat(DispatchOutcome.of(metadata, overflow, 3))
        .isEqualTo(new DispatchOutcome.Failed("Arithmetic.Overflow"));
    assertThat(DispatchOutcome.of(metadata, failed(metadata, "BadOrigin"), 3))
        .isEqualTo(new DispatchOutcome.Failed("BadOrigin"));
    assertThat(DispatchOutcome.of(metadata, overflow, 2))
        .isInstanceOf(DispatchOutcome.Unknown.class);
  }

  private static String named(RuntimeMetadata metadata, int pallet, int error) {
    return metadata.error(pallet, error).found().map(ModuleError::name).orElse("");
  }

  private static byte[] failed(RuntimeMetadata metadata, String kind, ScaleValue... detail) {
    ScaleValue.Composite event =
        composite(
            "dispatch_error",
            ScaleValue.variant(kind, detail),
            "dispatch_info",
            composite(
                "weight",
                composite("ref_time", ScaleValue.of(1), "proof_size", ScaleValue.of(2)),
                "class",
                ScaleValue.variant("Normal"),
                "pays_fee",
                ScaleValue.variant("Yes")));
    ScaleValue record =
        composite(
            "phase",
            ScaleValue.variant("ApplyExtrinsic", ScaleValue.of(3)),
            "event",
            ScaleValue.variant("System", new ScaleValue.Variant("ExtrinsicFailed", event)),
            "topics",
            ScaleValue.sequence(List.of()));
    return ScaleEncoder.encode(
            metadata.types(), events(metadata).valueType(), ScaleValue.sequence(List.of(record)))
        .bytes()
        .orElseThrow();
  }

  private static StorageEntry events(RuntimeMetadata metadata) {
    return metadata.storage("System", "Events").found().orElseThrow();
  }

  private static ScaleValue.Composite composite(Object... namesAndValues) {
    Map<String, ScaleValue> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], (ScaleValue) namesAndValues[i + 1]);
    }
    return (ScaleValue.Composite) ScaleValue.composite(fields);
  }
}
