package io.gasminer.bittensor.subtensor;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.bittensor.ChainVectors;
import io.gasminer.bittensor.metadata.RuntimeMetadata;
import io.gasminer.bittensor.scale.Encoded;
import io.gasminer.bittensor.ss58.Ss58Address;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ExtrinsicVectorsTest {
  @ParameterizedTest
  @ValueSource(strings = {"103", "293"})
  void whatIsSignedAndSentIsWhatOtherLibrariesSignAndSend(String spec) {
    List<String> wrong = new ArrayList<>();
    for (RuntimeMetadata metadata :
        List.of(ChainVectors.version14(spec), ChainVectors.newest(spec))) {
      for (JsonNode vector : ChainVectors.json(spec, "extrinsics.json").path("extrinsics")) {
        UnsignedExtrinsic made = made(metadata, vector);
        Ss58Address signer =
            Ss58Address.parse(vector.path("in").path("signer").stringValue()).orElseThrow();
        byte[] signature = ChainVectors.hex(vector.path("signature"));
        boolean right =
            Arrays.equals(made.payload(), ChainVectors.hex(vector.path("signingPayload")))
                && Arrays.equals(made.signedBytes(), ChainVectors.hex(vector.path("signedBytes")))
                && made.withSignature(signer, signature)
                    .equals(new Encoded.Bytes(ChainVectors.hex(vector.path("extrinsic"))));
        if (!right) {
          wrong.add(vector.path("name").stringValue());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void theNewestRuntimesPayloadsAreWhatTheReferenceSigns() {
    JsonNode golden = ChainVectors.json("461-pypi", "golden.json.gz");
    byte[] genesis = ChainVectors.hex(golden.path("network").path("genesis_hash"));
    for (JsonNode vector : golden.path("signature_payloads")) {
      JsonNode era = vector.path("era");
      JsonNode birth = vector.path("era_birth_block_hash");
      Validity validity =
          new Validity(
              era.isObject()
                  ? Era.mortal(era.path("period").intValue(), era.path("current").longValue())
                  : Era.immortal(),
              birth.isString() ? ChainVectors.hex(birth) : genesis,
              vector.path("nonce").longValue(),
              BigInteger.valueOf(vector.path("tip").longValue()));
      Prepared prepared =
          new ExtrinsicBuilder(
                  ChainVectors.version15("461-pypi"), new ChainIdentity(genesis, 461, 1))
              .prepare(new Encoded.Bytes(ChainVectors.hex(vector.path("call_data_hex"))), validity);
      assertThat(prepared.found().orElseThrow().payload())
          .isEqualTo(ChainVectors.hex(vector.path("payload_hex")));
    }
  }

  private static UnsignedExtrinsic made(RuntimeMetadata metadata, JsonNode vector) {
    JsonNode in = vector.path("in");
    ChainIdentity chain =
        new ChainIdentity(
            ChainVectors.hex(in.path("genesisHash")),
            in.path("specVersion").longValue(),
            in.path("transactionVersion").longValue());
    JsonNode period = in.path("era").path("period");
    Era era =
        period.isNumber()
            ? Era.mortal(period.intValue(), in.path("era").path("current").longValue())
            : Era.immortal();
    Validity validity =
        new Validity(
            era,
            ChainVectors.hex(in.path("birthBlockHash")),
            in.path("nonce").longValue(),
            BigInteger.valueOf(in.path("tip").longValue()));
    Encoded call = new Encoded.Bytes(ChainVectors.hex(vector.path("call")));
    Prepared prepared = new ExtrinsicBuilder(metadata, chain).prepare(call, validity);
    return prepared.found().orElseThrow(() -> new AssertionError(prepared));
  }
}
