package io.gasminer.bittensor.ss58;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.bittensor.Vectors;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class Ss58AddressTest {
  private static final String ALICE = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
  private static final String ALICE_KEY =
      "d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d";

  @Test
  void anAddressIsReadAndWritten() {
    Ss58Address alice = Ss58Address.parse(ALICE).orElseThrow();
    assertThat(alice.hex()).isEqualTo(ALICE_KEY);
    assertThat(Ss58Address.of(HexFormat.of().parseHex(ALICE_KEY))).hasToString(ALICE);
  }

  @Test
  void theSameKeyUnderAnotherPrefixIsTheSameAddress() {
    assertThat(Ss58Address.parse("15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5"))
        .isEqualTo(Ss58Address.parse(ALICE));
  }

  @Test
  void textThatIsNoAddressIsRefusedWithoutAnException() {
    Random random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      StringBuilder text = new StringBuilder(ALICE);
      text.setCharAt(random.nextInt(ALICE.length()), (char) (33 + random.nextInt(200)));
      if (!text.toString().equals(ALICE)) {
        assertThat(Ss58Address.parse(text.toString())).as(text.toString()).isEmpty();
      }
      assertThat(Ss58Address.parse(ALICE.substring(0, random.nextInt(ALICE.length())))).isEmpty();
    }
  }

  @Test
  void theReferenceLibrarysVectorsAgree() {
    JsonNode vectors = Vectors.read("ss58.json");
    List<String> wrong = new ArrayList<>();
    for (JsonNode vector : vectors.path("decode")) {
      String text = vector.path("address").stringValue();
      JsonNode expected = vector.path("keypair_ctor");
      Optional<String> actual = Ss58Address.parse(text).map(Ss58Address::hex);
      if (expected.path("ok").booleanValue()
          ? !actual.equals(Optional.of(expected.path("value").stringValue()))
          : actual.isPresent()) {
        wrong.add(text + " → " + actual + ", expected " + expected);
      }
    }
    for (JsonNode vector : vectors.path("encode")) {
      if (vector.path("ok").booleanValue()) {
        byte[] key = HexFormat.of().parseHex(vector.path("public_key").stringValue());
        String text = vector.path("value").stringValue();
        if (!Optional.of(Ss58Address.of(key)).equals(Ss58Address.parse(text))) {
          wrong.add(text);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }
}
