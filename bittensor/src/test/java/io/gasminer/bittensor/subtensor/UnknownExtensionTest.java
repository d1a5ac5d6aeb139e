package io.gasminer.bittensor.subtensor;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.bittensor.ChainVectors;
import io.gasminer.bittensor.metadata.Parsed;
import io.gasminer.bittensor.metadata.RuntimeMetadata;
import io.gasminer.bittensor.scale.Encoded;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownExtensionTest {
  @ParameterizedTest
  @ValueSource(strings = {"CheckNonce", "CheckSpecVersion", "CheckGenesis", "CheckMortality"})
  void anUnknownOneThatCarriesDataIsRefusedByName(String known) {
    String unknown = known.replace("Check", "Chuck");
    assertThat(prepared(renamed(known, unknown)))
        .isInstanceOfSatisfying(
            Prepared.Refused.class,
            refused ->
                assertThat(refused.reason())
                    .contains("extension " + unknown)
                    .contains("the runtime wants data that is not known here")
                    .contains("newer version of this program"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CheckWeight", "CheckNonZeroSender", "SubtensorTransactionExtension"})
  void anUnknownOneWithoutDataNeedsNothing(String known) {
    RuntimeMetadata metadata = renamed(known, known.replace('e', 'u'));
    assertThat(prepared(metadata).found().orElseThrow().payload())
        .isEqualTo(prepared(ChainVectors.version15("293")).found().orElseThrow().payload());
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 1L << 32})
  void aNonceThatTheRuntimeCannotTakeIsRefused(long nonce) {
    Prepared prepared =
        new ExtrinsicBuilder(ChainVectors.version15("293"), new ChainIdentity(new byte[32], 293, 1))
            .prepare(
                new Encoded.Bytes(new byte[2]),
                new Validity(Era.immortal(), new byte[32], nonce, BigInteger.ZERO));
    assertThat(prepared)
        .isInstanceOfSatisfying(
            Prepared.Refused.class,
            refused ->
                assertThat(refused.reason())
                    .contains("CheckNonce")
                    .contains("is no number of 32 bits"));
  }

  private static Prepared prepared(RuntimeMetadata metadata) {
    return new ExtrinsicBuilder(metadata, new ChainIdentity(new byte[32], 293, 1))
        .prepare(
            ServeAxon.encoded(metadata, ServeAxon.usual()),
            new Validity(Era.mortal(64, 7), new byte[32], 1, BigInteger.ZERO));
  }

  // The extensions' names stand after the types, whose paths have the same words.
  private static RuntimeMetadata renamed(String known, String other) {
    byte[] raw = ChainVectors.bytes("293", "metadata-at_version_15-response.bin");
    String text = new String(raw, StandardCharsets.ISO_8859_1);
    int at = text.lastIndexOf((char) (known.length() << 2) + known);
    byte[] name = other.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(name, 0, raw, at + 1, name.length);
    Parsed parsed = RuntimeMetadata.parse(raw);
    return parsed.found().orElseThrow(() -> new AssertionError(parsed));
  }
}
