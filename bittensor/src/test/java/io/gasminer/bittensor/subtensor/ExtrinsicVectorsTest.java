package io.gasminer.bittensor.subtensor;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.bittensor.ChainVectors;
import io.gasminer.bittensor.metadata.RuntimeMetadata;
import io.gasminer.bittensor.scale.Encoded;
import io.gasminer.bittensor.sr25519.VerifyingKey;
import io.gasminer.bittensor.ss58.Ss58Address;
import io.gasminer.bittensor.wallet.Hotkey;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ExtrinsicVectorsTest {
  private static final Pattern MORTAL = Pattern.compile("mortal (\\d+)@(\\d+)");

  private final List<String> wrong = new ArrayList<>();
  private int checked;

  @ParameterizedTest
  @ValueSource(strings = {"103", "293"})
  void whatIsSignedAndSentIsWhatOtherLibrariesSignAndSend(String spec) {
    for (RuntimeMetadata metadata :
        List.of(ChainVectors.version14(spec), ChainVectors.newest(spec))) {
      for (JsonNode vector : ChainVectors.json(spec, "extrinsics.json").path("extrinsics")) {
        String name = vector.path("name").stringValue();
        JsonNode in = vector.path("in");
        Encoded call = ServeAxon.encoded(metadata, in);
        same(name + " call", call, vector.path("call"));
        UnsignedExtrinsic made = made(metadata, call, identity(in), validity(in));
        Ss58Address signer = Ss58Address.parse(in.path("signer").stringValue()).orElseThrow();
        parts(name, made, vector, signer);
        same(name + " signed", made.signedBytes(), vector.path("signedBytes"));
        same(
            name + " hash",
            UnsignedExtrinsic.hash(ChainVectors.hex(vector.path("extrinsic"))),
            vector.path("extrinsicHash"));
      }
    }
    report();
  }

  @Test
  void anAnnouncementToTheNewestRuntimeIsWhatOtherLibrariesSend() {
    JsonNode golden = ChainVectors.json("461-pypi", "golden.json.gz").path("network");
    ChainIdentity chain = new ChainIdentity(ChainVectors.hex(golden.path("genesis_hash")), 461, 1);
    Ss58Address bob = Hotkey.fromUri("//Bob").address();
    for (RuntimeMetadata metadata :
        List.of(ChainVectors.version14("461-pypi"), ChainVectors.version15("461-pypi"))) {
      for (JsonNode vector : ChainVectors.json("461-pypi", "extrinsics.json").path("extrinsics")) {
        String name = vector.path("name").stringValue();
        Encoded call = ServeAxon.encoded(metadata, ServeAxon.usual());
        same(name + " call", call, vector.path("call"));
        Matcher mortal = MORTAL.matcher(name);
        Era era =
            mortal.find()
                ? Era.mortal(Integer.parseInt(mortal.group(1)), Long.parseLong(mortal.group(2)))
                : Era.immortal();
        same(name + " era", era.encoded(), vector.path("eraBytes"));
        parts(
            name,
            made(metadata, call, chain, validity(vector, era, vector.path("birthBlockHash"))),
            vector,
            bob);
      }
    }
    report();
  }

  @Test
  void theNewestRuntimesPayloadsAndExtrinsicsAreThoseOfTheReference() {
    JsonNode golden = ChainVectors.json("461-pypi", "golden.json.gz");
    JsonNode genesis = golden.path("network").path("genesis_hash");
    ChainIdentity chain = new ChainIdentity(ChainVectors.hex(genesis), 461, 1);
    RuntimeMetadata metadata = ChainVectors.version15("461-pypi");
    for (String list : List.of("signature_payloads", "extrinsics")) {
      for (JsonNode vector : golden.path(list)) {
        JsonNode period = vector.path("era").path("period");
        Era era =
            period.isNumber()
                ? Era.mortal(period.intValue(), vector.path("era").path("current").longValue())
                : Era.immortal();
        JsonNode birth = vector.path("era_birth_block_hash");
        Encoded call = new Encoded.Bytes(ChainVectors.hex(vector.path("call_data_hex")));
        Validity validity = validity(vector, era, birth.isString() ? birth : genesis);
        UnsignedExtrinsic made = made(metadata, call, chain, validity);
        if (list.equals("extrinsics")) {
          Encoded signed =
              made.withSignature(
                  Ss58Address.parse(vector.path("address").stringValue()).orElseThrow(),
                  ChainVectors.hex(vector.path("signature_hex")));
          same("extrinsic " + era, signed, vector.path("extrinsic_hex"));
          same(
              "hash " + era,
              UnsignedExtrinsic.hash(signed.bytes().orElseThrow()),
              vector.path("extrinsic_hash"));
        } else {
          same("payload " + era, made.payload(), vector.path("payload_hex"));
        }
      }
    }
    report();
  }

  private void parts(String name, UnsignedExtrinsic made, JsonNode vector, Ss58Address signer) {
    byte[] signature = ChainVectors.hex(vector.path("signature"));
    same(name + " payload", made.payload(), vector.path("signingPayload"));
    same(name + " whole", made.withSignature(signer, signature), vector.path("extrinsic"));
    expect(
        name + " signature",
        VerifyingKey.decode(signer.publicKey())
            .orElseThrow()
            .verifies(made.signedBytes(), signature));
  }

  private static UnsignedExtrinsic made(
      RuntimeMetadata metadata, Encoded call, ChainIdentity chain, Validity validity) {
    Prepared prepared = new ExtrinsicBuilder(metadata, chain).prepare(call, validity);
    return prepared.found().orElseThrow(() -> new AssertionError(prepared));
  }

  private static ChainIdentity identity(JsonNode in) {
    return new ChainIdentity(
        ChainVectors.hex(in.path("genesisHash")),
        in.path("specVersion").longValue(),
        in.path("transactionVersion").longValue());
  }

  private static Validity validity(JsonNode in) {
    JsonNode period = in.path("era").path("period");
    Era era =
        period.isNumber()
            ? Era.mortal(period.intValue(), in.path("era").path("current").longValue())
            : Era.immortal();
    return validity(in, era, in.path("birthBlockHash"));
  }

  private static Validity validity(JsonNode in, Era era, JsonNode birth) {
    return new Validity(
        era,
        ChainVectors.hex(birth),
        in.path("nonce").longValue(),
        BigInteger.valueOf(in.path("tip").longValue()));
  }

  private void same(String what, Encoded made, JsonNode expected) {
    expect(
        what + " " + made,
        made.bytes().map(bytes -> Arrays.equals(bytes, ChainVectors.hex(expected))).orElse(false));
  }

  private void same(String what, byte[] made, JsonNode expected) {
    same(what, new Encoded.Bytes(made), expected);
  }

  private void expect(String what, boolean holds) {
    checked++;
    if (!holds) {
      wrong.add(what);
    }
  }

  private void report() {
    assertThat(checked).isPositive();
    assertThat(wrong).as("of %s checks", checked).isEmpty();
  }
}
