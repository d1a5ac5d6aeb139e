package io.gasminer.bittensor.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.bittensor.Vectors;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Seeds, private keys and whole files of the reference wallet are the keys that it says they are.
 */
class WalletVectorsTest {
  private final List<String> wrong = new ArrayList<>();

  @Test
  void everySeedIsTheReferenceWalletsKey() {
    for (JsonNode vector : Vectors.read("keypairs.json").path("from_seed")) {
      String seed = vector.path("seed_hex").stringValue();
      String expected =
          vector.path("ok").booleanValue()
              ? vector.path("value").path("ss58_address").stringValue()
              : "refused";
      compare("seed " + seed, loaded("{\"secretSeed\": \"" + seed + "\"}"), expected);
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyPrivateKeyIsTheReferenceWalletsKey() {
    for (JsonNode vector : Vectors.read("keypairs.json").path("from_private_key")) {
      String key = vector.path("private_key").stringValue();
      String expected =
          vector.path("ok").booleanValue() ? vector.path("value").stringValue() : "refused";
      compare(
          vector.path("note").asString(key), loaded("{\"privateKey\": \"" + key + "\"}"), expected);
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyFileOfTheReferenceWalletIsTheKeyWhoseAddressItNames() {
    for (JsonNode file : Vectors.read("keyfiles.json").path("created_by_wallet")) {
      byte[] content = HexFormat.of().parseHex(file.path("hex").stringValue());
      String text = new String(content, StandardCharsets.UTF_8);
      String address = text.replaceFirst("(?s).*\"ss58Address\":\"(\\w+)\".*", "$1");
      boolean signs = text.contains("\"privateKey\"");
      // The reference wallet cannot load what it wrote of a seed.
      boolean broken = text.contains("\\u0001");
      compare(
          file.path("path").stringValue(),
          described(HotkeyFile.parse(content)),
          broken ? "told how to mend it" : (signs ? "signs as " : "address ") + address);
    }
    assertThat(wrong).isEmpty();
  }

  private static String loaded(String json) {
    return switch (HotkeyFile.parse(json.getBytes(StandardCharsets.UTF_8))) {
      case HotkeyFile.Loaded.Signing(Hotkey hotkey, var _) -> hotkey.address().toString();
      case HotkeyFile.Loaded.Damaged _ -> "refused";
      case HotkeyFile.Loaded other -> other.toString();
    };
  }

  private static String described(HotkeyFile.Loaded loaded) {
    return switch (loaded) {
      case HotkeyFile.Loaded.Signing(Hotkey hotkey, var _) -> "signs as " + hotkey.address();
      case HotkeyFile.Loaded.AddressOnly(var address) -> "address " + address;
      case HotkeyFile.Loaded.Damaged(String reason)
          when reason.contains("set secretSeed to null") ->
          "told how to mend it";
      case HotkeyFile.Loaded other -> other.toString();
    };
  }

  private void compare(String what, String actual, String expected) {
    if (!actual.equals(expected)) {
      wrong.add(what + " → " + actual + ", expected " + expected);
    }
  }
}
