package io.gasminer.bittensor.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gasminer.bittensor.Vectors;
import io.gasminer.bittensor.sr25519.VerifyingKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WalletTest {
  private static final String ALICE = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";

  @Test
  void theDevelopmentKeysAreDerivedFromTheirUris() {
    assertThat(Hotkey.fromUri("//Alice").address()).hasToString(ALICE);
    assertThat(Hotkey.fromUri("//Bob").address())
        .hasToString("5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty");
  }

  @Test
  void whatAKeySignsItsAddressVerifies() {
    Hotkey hotkey = Hotkey.fromUri("//Alice/soft//hard///password");
    byte[] message = "hello".getBytes(StandardCharsets.UTF_8);
    VerifyingKey key = VerifyingKey.decode(hotkey.address().publicKey()).orElseThrow();
    assertThat(key.verifies(message, hotkey.sign(message))).isTrue();
  }

  @Test
  void aWrittenFileLoadsAsTheSameKey() {
    Hotkey hotkey = Hotkey.fromUri("//Alice");
    assertThat(HotkeyFile.parse(HotkeyFile.write(hotkey)))
        .isInstanceOfSatisfying(
            HotkeyFile.Loaded.Signing.class,
            loaded -> assertThat(loaded.hotkey().address()).isEqualTo(hotkey.address()));
  }

  @Test
  void nothingPrintsTheSecret() {
    assertThat(Hotkey.fromUri("//Alice")).hasToString("Hotkey[" + ALICE + "]");
    assertThatThrownBy(() -> Hotkey.fromUri("legal winner thank year wave//Alice"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("legal");
  }

  @Test
  void aMissingFileIsSaidToBeMissing() {
    assertThat(HotkeyFile.load(Path.of("no", "such", "file")))
        .isInstanceOf(HotkeyFile.Loaded.Missing.class);
  }

  @Test
  void theReferenceWalletsDerivationsAgree() {
    JsonNode vectors = Vectors.read("keypairs.json");
    List<String> wrong = new ArrayList<>();
    for (JsonNode vector : vectors.path("from_uri")) {
      String uri = vector.path("uri").stringValue();
      String actual = addressOf(uri);
      String expected =
          vector.path("ok").booleanValue()
              ? vector.path("value").path("ss58_address").stringValue()
              : "refused";
      if (!actual.equals(expected)) {
        wrong.add(uri + " → " + actual + ", expected " + expected);
      }
    }
    for (JsonNode vector : vectors.path("from_mnemonic")) {
      String phrase = vector.path("mnemonic").stringValue();
      String actual = addressOf(phrase);
      String expected =
          vector.path("ok").booleanValue()
              ? vector.path("value").path("ss58_address").stringValue()
              : "refused";
      if (!actual.equals(expected)) {
        wrong.add(phrase + " → " + actual + ", expected " + expected);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void theReferenceWalletsFilesLoadAsItLoadsThem() {
    JsonNode vectors = Vectors.read("keyfiles.json");
    List<String> wrong = new ArrayList<>();
    for (String group : List.of("loader", "loader_priority")) {
      for (JsonNode vector : vectors.path(group)) {
        if (!vector.path("raw").isString()) {
          continue;
        }
        JsonNode result = vector.path("result");
        String expected =
            result.path("ok").booleanValue()
                ? (result.has("ss58") ? result : result.path("value")).path("ss58").stringValue()
                : "refused";
        // Ed25519 keys cannot sign Epistula, so ours says so where the wallet loads them.
        if (vector.path("name").stringValue().equals("cryptoType0+seed")) {
          expected = "ed25519";
        }
        String actual =
            described(
                HotkeyFile.parse(
                    vector.path("raw").stringValue().getBytes(StandardCharsets.UTF_8)));
        if (!actual.equals(expected)) {
          wrong.add(vector.path("name") + " → " + actual + ", expected " + expected);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static String addressOf(String uri) {
    try {
      return Hotkey.fromUri(uri).address().toString();
    } catch (IllegalArgumentException refused) {
      return "refused";
    }
  }

  private static String described(HotkeyFile.Loaded loaded) {
    return switch (loaded) {
      case HotkeyFile.Loaded.Signing(Hotkey hotkey, var warnings) -> hotkey.address().toString();
      case HotkeyFile.Loaded.AddressOnly(var address) -> address.toString();
      case HotkeyFile.Loaded.Encrypted(LockedHotkey locked) -> "encrypted";
      case HotkeyFile.Loaded.Ed25519() -> "ed25519";
      case HotkeyFile.Loaded.Missing(Path path) -> "missing";
      case HotkeyFile.Loaded.Damaged(String reason) -> "refused";
    };
  }
}
