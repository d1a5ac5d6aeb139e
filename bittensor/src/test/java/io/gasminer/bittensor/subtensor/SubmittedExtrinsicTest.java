package io.gasminer.bittensor.subtensor;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.bittensor.ChainVectors;
import io.gasminer.bittensor.Plainly;
import io.gasminer.bittensor.metadata.RuntimeMetadata;
import io.gasminer.bittensor.metadata.StorageEntry;
import io.gasminer.bittensor.scale.Encoded;
import io.gasminer.bittensor.scale.ScaleValue;
import io.gasminer.bittensor.sr25519.VerifyingKey;
import io.gasminer.bittensor.wallet.Hotkey;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a real runtime made of an announcement that another library had signed. */
class SubmittedExtrinsicTest {
  private static final int SIGNATURE_FROM =
      2 + 1 + 1 + 32 + 1; // length, version, Id, account, kind
  private static final int SIGNATURE_TO = SIGNATURE_FROM + 64;

  private final Hotkey bob = Hotkey.fromUri("//Bob");

  @ParameterizedTest
  @ValueSource(strings = {"103", "293"})
  void theExtrinsicInTheBlockIsOursButForTheSignature(String spec) {
    JsonNode vector = ChainVectors.json(spec, "submit.json");
    byte[] taken = ChainVectors.hex(vector.path("block").get(1));
    UnsignedExtrinsic made = made(spec);
    byte[] ours = made.sign(bob).bytes().orElseThrow();
    assertThat(withoutSignature(ours)).isEqualTo(withoutSignature(taken));
    VerifyingKey key = VerifyingKey.decode(bob.address().publicKey()).orElseThrow();
    assertThat(key.verifies(made.signedBytes(), signature(ours))).isTrue();
    assertThat(key.verifies(made.signedBytes(), signature(taken))).isTrue();
    assertThat(made.withSignature(bob.address(), signature(taken)))
        .isEqualTo(new Encoded.Bytes(taken));
  }

  @ParameterizedTest
  @ValueSource(strings = {"103", "293"})
  void aSignatureForAnotherRuntimeOrByAnotherKeyIsABadProof(String spec) {
    assertThat(ChainVectors.json(spec, "submit.json").path("bad").path("error").stringValue())
        .contains("badProof");
    UnsignedExtrinsic made = made(spec);
    byte[] other = made(spec.equals("103") ? "293" : "103").signedBytes();
    byte[] signature = signature(made.sign(bob).bytes().orElseThrow());
    VerifyingKey key = VerifyingKey.decode(bob.address().publicKey()).orElseThrow();
    assertThat(key.verifies(other, signature)).isFalse();
    byte[] another = Hotkey.fromUri("//Alice").address().publicKey();
    assertThat(VerifyingKey.decode(another).orElseThrow().verifies(made.signedBytes(), signature))
        .isFalse();
    assertThat(made.withSignature(bob.address(), new byte[63])).isInstanceOf(Encoded.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"103", "293"})
  void theEventsOfItsBlockSayThatItSucceeded(String spec) {
    JsonNode events = ChainVectors.json(spec, "submit.json").path("systemEvents");
    byte[] raw = ChainVectors.hex(events.path("value"));
    for (RuntimeMetadata metadata :
        List.of(ChainVectors.version14(spec), ChainVectors.newest(spec))) {
      assertThat(DispatchOutcome.of(metadata, raw, 1)).isEqualTo(new DispatchOutcome.Succeeded());
      assertThat(DispatchOutcome.of(metadata, raw, 0)).isEqualTo(new DispatchOutcome.Succeeded());
      assertThat(DispatchOutcome.of(metadata, raw, 2)).isInstanceOf(DispatchOutcome.Unknown.class);
      assertThat(DispatchOutcome.of(metadata, Arrays.copyOf(raw, raw.length - 1), 1))
          .isInstanceOf(DispatchOutcome.Unknown.class);
      StorageEntry entry = metadata.storage("System", "Events").found().orElseThrow();
      assertThat(entry.key()).isEqualTo(new Encoded.Bytes(ChainVectors.hex(events.path("key"))));
      List<ScaleValue> records = entry.decodeValue(raw).found().orElseThrow().items();
      JsonNode shown = events.path("decoded");
      assertThat(records).hasSize(shown.size());
      for (int i = 0; i < records.size(); i++) {
        assertThat(shows(shown.get(i), records.get(i))).as("%s", shown.get(i)).isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"103", "293"})
  void theAxonIsStoredWhereItIsLookedFor(String spec) {
    JsonNode axon = ChainVectors.json(spec, "submit.json").path("axonAfter");
    StorageEntry entry =
        ChainVectors.newest(spec).storage("SubtensorModule", "Axons").found().orElseThrow();
    assertThat(entry.key(ScaleValue.of(34), ScaleValue.of(bob.address().publicKey())))
        .isEqualTo(new Encoded.Bytes(ChainVectors.hex(axon.path("key"))));
    Optional<ScaleValue> stored = entry.decodeValue(ChainVectors.hex(axon.path("value"))).found();
    assertThat(Plainly.shows(axon.path("decoded"), stored.orElseThrow())).isTrue();
  }

  private static UnsignedExtrinsic made(String spec) {
    byte[] genesis = new byte[32];
    Arrays.fill(genesis, (byte) 0x45);
    RuntimeMetadata metadata = ChainVectors.newest(spec);
    return new ExtrinsicBuilder(metadata, new ChainIdentity(genesis, Integer.parseInt(spec), 1))
        .prepare(
            ServeAxon.encoded(metadata, ServeAxon.usual()),
            new Validity(Era.mortal(64, 0), genesis, 0, BigInteger.ZERO))
        .found()
        .orElseThrow();
  }

  private static byte[] signature(byte[] extrinsic) {
    return Arrays.copyOfRange(extrinsic, SIGNATURE_FROM, SIGNATURE_TO);
  }

  private static byte[] withoutSignature(byte[] extrinsic) {
    byte[] rest = extrinsic.clone();
    Arrays.fill(rest, SIGNATURE_FROM, SIGNATURE_TO, (byte) 0);
    return rest;
  }

  // Shown as {phase: {applyExtrinsic: 1}, event: "system.ExtrinsicSuccess", data: [...]}.
  private static boolean shows(JsonNode shown, ScaleValue record) {
    ScaleValue.Variant pallet = (ScaleValue.Variant) record.field("event").orElseThrow();
    ScaleValue.Variant event = (ScaleValue.Variant) pallet.items().getFirst();
    String name = pallet.name().substring(0, 1).toLowerCase(Locale.ROOT);
    boolean right =
        shown
                .path("event")
                .stringValue()
                .equals(name + pallet.name().substring(1) + "." + event.name())
            && Plainly.shows(shown.path("phase"), record.field("phase").orElseThrow())
            && shown.path("data").size() == event.items().size();
    for (int i = 0; right && i < event.items().size(); i++) {
      right = Plainly.shows(shown.path("data").get(i), event.items().get(i));
    }
    return right;
  }
}
