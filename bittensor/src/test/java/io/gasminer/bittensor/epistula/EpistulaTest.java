package io.gasminer.bittensor.epistula;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.bittensor.Vectors;
import io.gasminer.bittensor.sr25519.VerifyingKey;
import io.gasminer.bittensor.ss58.Ss58Address;
import io.gasminer.bittensor.wallet.Hotkey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EpistulaTest {
  private static final Instant NOW = Instant.ofEpochMilli(1_760_000_000_123L);
  private static final Hotkey ALICE = Hotkey.fromUri("//Alice");
  private static final Hotkey BOB = Hotkey.fromUri("//Bob");
  private static final byte[] BODY = {'{', '}'};

  private final EpistulaSigner signer =
      new EpistulaSigner(
          ALICE, InstantSource.fixed(NOW), () -> "12345678-1234-4234-8234-1234567890ab");

  private final EpistulaVerifier verifier = verifierWithStake(1_000_000);

  @Test
  void whatIsSignedForUsByAValidatorPasses() {
    SignedHeaders headers = signer.sign(BODY, Optional.of(BOB.address()));
    assertThat(verify(headers, BODY, NOW)).isInstanceOf(Caller.class);
  }

  @Test
  void aChangedBodyDoesNotPass() {
    SignedHeaders headers = signer.sign(BODY, Optional.of(BOB.address()));
    assertThat(verify(headers, new byte[] {'[', ']'}, NOW))
        .isEqualTo(new EpistulaFault.SignatureMismatch());
  }

  @Test
  void theWindowIsFifteenSecondsAndInclusive() {
    SignedHeaders headers = signer.sign(BODY, Optional.of(BOB.address()));
    assertThat(verify(headers, BODY, NOW.plusMillis(15_000))).isInstanceOf(Caller.class);
    assertThat(verify(headers, BODY, NOW.minusMillis(15_000))).isInstanceOf(Caller.class);
    assertThat(verify(headers, BODY, NOW.plusMillis(15_001)))
        .isEqualTo(
            new EpistulaFault.OutsideWindow("Request is too stale: 15.0s old (limit: 15.0s)"));
    assertThat(verify(headers, BODY, NOW.minusMillis(15_001)))
        .isEqualTo(
            new EpistulaFault.OutsideWindow(
                "Request timestamp is in the future: 15.0s ahead (limit: 15.0s)"));
  }

  @Test
  void lowStakeIsRefusedInTheFieldsWords() {
    SignedHeaders headers = signer.sign(BODY, Optional.of(BOB.address()));
    assertThat(verifierWithStake(123.5).checkHeaders(headers, NOW))
        .isInstanceOfSatisfying(
            EpistulaFault.class,
            fault -> assertThat(fault.detail()).isEqualTo("Stake below minimum: 123.5"));
  }

  @Test
  void theSameRequestHasTheSameFingerprintHoweverItsSignatureIsWritten() {
    SignedHeaders once = signer.sign(BODY, Optional.of(BOB.address()));
    SignedHeaders again = signer.sign(BODY, Optional.of(BOB.address()));
    assertThat(once.asMap()).isNotEqualTo(again.asMap());
    Caller first = (Caller) verify(once, BODY, NOW);
    Caller second = (Caller) verify(again, BODY, NOW);
    assertThat(first.fingerprint()).isEqualTo(second.fingerprint());
  }

  @Test
  void theReferenceSignaturesAreJudgedAsTheReferenceJudgesThem() {
    JsonNode vectors = Vectors.read("epistula.json");
    List<String> wrong = new ArrayList<>();
    for (JsonNode vector : vectors.path("cases")) {
      byte[] body = HexFormat.of().parseHex(vector.path("body_hex").stringValue());
      for (JsonNode signature : vector.path("valid_signatures")) {
        if (!(judge(vector, signature.stringValue(), body) instanceof Caller)) {
          wrong.add(vector.path("name") + " refuses " + signature);
        }
      }
      for (JsonNode signature : vector.path("invalid_signatures")) {
        if (judge(vector, signature.stringValue(), body) instanceof Caller) {
          wrong.add(vector.path("name") + " accepts " + signature);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void oddFieldsAreHandledAsTheReferenceHandlesThem() {
    JsonNode vectors = Vectors.read("epistula.json");
    List<String> wrong = new ArrayList<>();
    for (JsonNode vector : vectors.path("field_handling")) {
      String name = vector.path("name").stringValue();
      // These three ask the reference's function what no HTTP request can ask; a longer window is
      // its own.
      if (List.of("body_str", "custom_delta", "signed_for_none").contains(name)) {
        continue;
      }
      JsonNode input = vector.path("input");
      BodyVerdict actual = judgeFields(input);
      JsonNode result = vector.path("result");
      boolean shouldPass = result.path("ok").booleanValue() && result.path("value").isNull();
      boolean senderUnknown = !result.path("ok").booleanValue() || name.equals("signed_by_none");
      String expected =
          shouldPass
              ? "passes"
              : senderUnknown ? "Signer not in metagraph" : result.path("value").stringValue();
      String said = actual instanceof EpistulaFault fault ? fault.detail() : "passes";
      if (!said.equals(expected)) {
        wrong.add(name + " → " + said + ", expected " + expected);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private BodyVerdict verify(HeaderLookup headers, byte[] body, Instant arrival) {
    return judged(verifier, headers, body, arrival);
  }

  private static BodyVerdict judged(
      EpistulaVerifier verifier, HeaderLookup headers, byte[] body, Instant arrival) {
    return switch (verifier.checkHeaders(headers, arrival)) {
      case Claimed claimed -> claimed.checkBody(body);
      case EpistulaFault fault -> fault;
    };
  }

  private static BodyVerdict judge(JsonNode vector, String signature, byte[] body) {
    Map<String, String> headers = new HashMap<>();
    String signedFor = vector.path("signed_for").asString("");
    if (signedFor.isEmpty()) {
      return signedForNobody(vector, signature, body);
    }
    headers.put(Wire.VERSION, "2");
    headers.put(Wire.TIMESTAMP, vector.path("timestamp").asString());
    headers.put(Wire.UUID, vector.path("uuid").stringValue());
    headers.put(Wire.SIGNED_FOR, signedFor);
    headers.put(Wire.SIGNED_BY, vector.path("signed_by").stringValue());
    headers.put(Wire.SIGNATURE, signature);
    EpistulaVerifier verifier =
        new EpistulaVerifier(
            Ss58Address.parse(signedFor).orElseThrow(),
            hotkey -> Optional.of(new Signer(hotkey, 0, 1_000_000, true)),
            true);
    return judged(
        verifier,
        new SignedHeaders(headers),
        body,
        Instant.ofEpochMilli(vector.path("timestamp").longValue()));
  }

  // A server refuses what is signed for nobody; only the text and the signature can be compared.
  private static BodyVerdict signedForNobody(JsonNode vector, String signature, byte[] body) {
    String text =
        Wire.message(
            body, vector.path("uuid").stringValue(), vector.path("timestamp").asString(), "");
    Ss58Address sender = Ss58Address.parse(vector.path("signed_by").stringValue()).orElseThrow();
    boolean fits =
        VerifyingKey.decode(sender.publicKey())
            .orElseThrow()
            .verifies(Wire.utf8(text), HexFormat.of().parseHex(signature, 2, signature.length()));
    return fits
        ? new Caller(new Signer(sender, 0, 0, true), "", NOW)
        : new EpistulaFault.SignatureMismatch();
  }

  private static BodyVerdict judgeFields(JsonNode input) {
    Map<String, String> headers = new HashMap<>();
    headers.put(Wire.VERSION, "2");
    put(headers, Wire.TIMESTAMP, input.path("timestamp"));
    put(headers, Wire.UUID, input.path("uuid"));
    put(headers, Wire.SIGNED_FOR, input.path("signed_for"));
    put(headers, Wire.SIGNED_BY, input.path("signed_by"));
    put(headers, Wire.SIGNATURE, input.path("signature"));
    EpistulaVerifier verifier =
        new EpistulaVerifier(
            Ss58Address.parse(input.path("signed_for").stringValue()).orElseThrow(),
            hotkey -> Optional.of(new Signer(hotkey, 0, 1_000_000, true)),
            true);
    return judged(
        verifier,
        new SignedHeaders(headers),
        HexFormat.of().parseHex(input.path("body").stringValue()),
        Instant.ofEpochMilli(input.path("now").longValue()));
  }

  private static void put(Map<String, String> headers, String name, JsonNode value) {
    if (value.isString()) {
      headers.put(name, value.stringValue());
    }
  }

  private static EpistulaVerifier verifierWithStake(double stake) {
    return new EpistulaVerifier(
        BOB.address(), hotkey -> Optional.of(new Signer(hotkey, 0, stake, true)), true);
  }
}
