package io.gasminer.bittensor.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.bittensor.Vectors;
import io.gasminer.bittensor.wallet.LockedHotkey.Unlocking;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files that the official wallet encrypted. */
class EncryptedHotkeyTest {
  @Test
  void theOfficialWalletsEncryptedFilesOpenWithTheirPasswords() {
    List<String> wrong = new ArrayList<>();
    int opened = 0;
    for (JsonNode file : Vectors.read("keyfiles.json").path("files")) {
      if (file.has("password")) {
        String expected = "signs as " + file.path("address").stringValue();
        String actual =
            said(bytes(file.path("hex").stringValue()), file.path("password").stringValue());
        opened++;
        if (!actual.equals(expected)) {
          wrong.add(file.path("path").stringValue() + ": " + actual);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(opened).isEqualTo(2);
  }

  @Test
  void theOfficialWalletsEncryptedTextsOpenToo() {
    List<String> wrong = new ArrayList<>();
    for (JsonNode sample : Vectors.read("keyfiles.json").path("encrypt_samples")) {
      byte[] sealed = bytes(sample.path("encrypted_hex").path("value").stringValue());
      byte[] password = sample.path("password").stringValue().getBytes(StandardCharsets.UTF_8);
      if (!(NaclBox.open(sealed, password) instanceof Opened.Plain(byte[] plain)
          && new String(plain, StandardCharsets.UTF_8)
              .equals(sample.path("plaintext").stringValue()))) {
        wrong.add(sample.path("encrypted_hex").path("value").stringValue());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void theOlderAnsibleVaultOpensWithItsPasswordAndNoOther() {
    JsonNode sample = Vectors.read("keyfiles.json").path("legacy_ansible_sample");
    byte[] content = bytes(sample.path("result").path("value").stringValue());
    byte[] password = sample.path("password").stringValue().getBytes(StandardCharsets.UTF_8);
    assertThat(AnsibleVault.open(content, password))
        .isInstanceOfSatisfying(
            Opened.Plain.class,
            plain ->
                assertThat(new String(plain.content(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"hello\":\"world\"}"));
    assertThat(AnsibleVault.open(content, new byte[] {'x'}))
        .isInstanceOf(Opened.WrongPassword.class);
  }

  @Test
  void aWrongPasswordIsToldFromAFileThatIsCutShort() {
    byte[] content = "$NACL".getBytes(StandardCharsets.US_ASCII);
    assertThat(said(content, "any")).contains("cut short", "5 bytes");
    byte[] whole =
        StreamSupport.stream(Vectors.read("keyfiles.json").path("files").spliterator(), false)
            .filter(file -> file.has("password"))
            .map(file -> bytes(file.path("hex").stringValue()))
            .findFirst()
            .orElseThrow();
    assertThat(said(whole, "not the password")).isEqualTo("wrong password");
  }

  private static String said(byte[] content, String password) {
    if (!(HotkeyFile.parse(content) instanceof HotkeyFile.Loaded.Encrypted(LockedHotkey locked))) {
      return "not seen as encrypted";
    }
    try (Password typed = Password.of(password.toCharArray())) {
      return switch (locked.unlock(typed)) {
        case Unlocking.Unlocked(HotkeyFile.Loaded.Signing(Hotkey hotkey, var warnings)) ->
            "signs as " + hotkey.address();
        case Unlocking.Unlocked(HotkeyFile.Loaded other) -> "opened as " + other;
        case Unlocking.WrongPassword() -> "wrong password";
        case Unlocking.Broken(String reason) -> reason;
        case Unlocking.NoMemory(String reason) -> reason;
      };
    }
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
