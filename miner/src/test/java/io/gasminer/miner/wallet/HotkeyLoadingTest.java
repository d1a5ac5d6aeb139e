package io.gasminer.miner.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.bittensor.wallet.Hotkey;
import io.gasminer.bittensor.wallet.NewHotkey;
import io.gasminer.bittensor.wallet.Password;
import io.gasminer.bittensor.wallet.WalletFolder;
import io.gasminer.miner.config.Secret;
import io.gasminer.miner.config.WalletSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the operator is told, and that an encrypted hotkey comes to sign. */
class HotkeyLoadingTest {
  private static final String CUT = "$NACL\u0001\u0002";

  @TempDir private Path temp;
  private final List<String> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private WalletFolder wallet;

  @BeforeEach
  void aWallet() throws Exception {
    wallet = new WalletFolder(temp.resolve("w"));
    Files.createDirectories(temp.resolve("w/hotkeys"));
  }

  @Test
  void whoeverTypesAWrongPasswordMayTryAgain() {
    NewHotkey hotkey = NewHotkey.withPhrase(12, new SecureRandom());
    try (Password password = Password.of("the right one".toCharArray())) {
      wallet.write("h", hotkey.keyfile(password, new SecureRandom()), new byte[0], false);
    }
    List<String> typed = new ArrayList<>(List.of("a wrong one", "the right one"));
    Optional<Hotkey> loaded =
        loading(
                Optional.empty(),
                Optional.empty(),
                question -> Optional.of(typed.removeFirst().toCharArray()))
            .load(problems);
    assertThat(problems).isEmpty();
    assertThat(loaded.orElseThrow().address()).isEqualTo(hotkey.hotkey().address());
    assertThat(notes).containsExactly("this is not the password of the hotkey h");
  }

  @Test
  void withoutAPasswordTheSettingsAreNamed() throws Exception {
    write(CUT);
    loading(Optional.empty(), Optional.empty(), Prompt.nobody()).load(problems);
    assertThat(said()).contains("is encrypted (NaCl)", "BT_WALLET_PASSWORD_FILE", "terminal");
  }

  @Test
  void aFileThatIsCutShortIsSaidToBeDamaged() throws Exception {
    write(CUT);
    loading(Optional.of(new Secret("any")), Optional.empty(), Prompt.nobody()).load(problems);
    assertThat(said()).contains("damaged: it is cut short", "regen-hotkey").doesNotContain("any ");
  }

  @Test
  void aPasswordFileThatCannotServeSaysWhy() throws Exception {
    write(CUT);
    Path empty = Files.writeString(temp.resolve("empty"), "\n");
    Path binary = Files.write(temp.resolve("binary"), new byte[] {(byte) 0xff, 'a'});
    Path large = Files.write(temp.resolve("large"), new byte[5000]);
    for (Path file : List.of(empty, binary, large, temp.resolve("absent"))) {
      loading(Optional.empty(), Optional.of(file), Prompt.nobody()).load(problems);
    }
    assertThat(problems).hasSize(4).allMatch(text -> text.contains("BT_WALLET_PASSWORD_FILE"));
    assertThat(said()).contains("empty line", "not UTF-8", "larger than 4 KiB", "cannot be read");
  }

  @Test
  void aPasswordFileThatOthersMayReadIsTakenWithANote() throws Exception {
    write("{");
    write(CUT);
    Path file = Files.writeString(temp.resolve("password"), "x\r\nsecond line\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    loading(Optional.empty(), Optional.of(file), Prompt.nobody()).load(problems);
    assertThat(notes).anyMatch(text -> text.contains("chmod 600 " + file));
    assertThat(said()).contains("cut short");
  }

  @Test
  void anEd25519KeyIsExplained() throws Exception {
    write("{\"cryptoType\": 0, \"secretSeed\": \"0x" + "1".repeat(64) + "\"}");
    loading(Optional.empty(), Optional.empty(), Prompt.nobody()).load(problems);
    assertThat(said()).contains("ed25519", "validators verify sr25519", "gascli wallet new-hotkey");
  }

  private HotkeyLoading loading(Optional<Secret> password, Optional<Path> file, Prompt prompt) {
    return new HotkeyLoading(new WalletSettings(wallet, "h", password, file), prompt, notes::add);
  }

  private void write(String content) throws Exception {
    Files.write(wallet.hotkey("h"), content.getBytes(StandardCharsets.ISO_8859_1));
    Files.setPosixFilePermissions(wallet.hotkey("h"), PosixFilePermissions.fromString("rw-------"));
  }

  private String said() {
    return String.join("\n", problems);
  }
}
