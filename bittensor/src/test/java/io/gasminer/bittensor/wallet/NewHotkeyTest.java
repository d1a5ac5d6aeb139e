package io.gasminer.bittensor.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.bittensor.wallet.HotkeyFile.Loaded;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Making a hotkey, and putting it on disk. */
class NewHotkeyTest {
  @TempDir private Path temp;

  @Test
  void aPhraseThatIsShownLeadsBackToTheKey() {
    for (int words : List.of(12, 15, 18, 21, 24)) {
      try (NewHotkey hotkey = NewHotkey.withPhrase(words, new SecureRandom())) {
        String phrase = new String(hotkey.phrase());
        assertThat(phrase.split(" ")).hasSize(words);
        assertThat(Hotkey.fromUri(phrase).address()).isEqualTo(hotkey.hotkey().address());
        assertThat(NewHotkey.ofPhrase(("  " + phrase.replace(" ", " \n")).toCharArray()))
            .isInstanceOfSatisfying(
                NewHotkey.Recovered.Key.class,
                again -> {
                  assertThat(again.hotkey().hotkey().address())
                      .isEqualTo(hotkey.hotkey().address());
                  assertThat(new String(again.hotkey().phrase())).isEqualTo(phrase);
                });
      }
    }
  }

  @Test
  void theFileOfANewKeyLoadsWithoutAWarning() {
    try (NewHotkey with = NewHotkey.withPhrase(12, new SecureRandom());
        NewHotkey without = NewHotkey.withoutPhrase(new SecureRandom())) {
      assertThat(HotkeyFile.parse(with.keyfile())).isInstanceOf(Loaded.Signing.class);
      assertThat(new String(with.keyfile(), StandardCharsets.UTF_8)).contains("secretPhrase");
      assertThat(new String(without.keyfile(), StandardCharsets.UTF_8))
          .doesNotContain("secretPhrase");
      assertThat(HotkeyFile.parse(without.keyfile()))
          .isInstanceOfSatisfying(
              Loaded.Signing.class,
              signing -> {
                assertThat(signing.hotkey().address()).isEqualTo(without.hotkey().address());
                assertThat(signing.warnings()).isEmpty();
              });
      assertThat(HotkeyFile.parse(with.publicKeyfile())).isInstanceOf(Loaded.AddressOnly.class);
      assertThat(with.toString()).isEqualTo("NewHotkey[" + with.hotkey().address() + "]");
    }
  }

  @Test
  void whatIsEncryptedHereOpensHereWithItsPasswordAlone() {
    try (NewHotkey hotkey = NewHotkey.withPhrase(12, new SecureRandom());
        Password password = Password.of("žluť & co".toCharArray());
        Password other = Password.of("zlut & co".toCharArray())) {
      Loaded loaded = HotkeyFile.parse(hotkey.keyfile(password, new SecureRandom()));
      LockedHotkey locked = ((Loaded.Encrypted) loaded).locked();
      assertThat(locked.unlock(other)).isInstanceOf(LockedHotkey.Unlocking.WrongPassword.class);
      assertThat(locked.unlock(password))
          .isInstanceOfSatisfying(
              LockedHotkey.Unlocking.Unlocked.class,
              unlocked -> assertThat(unlocked.inside()).isInstanceOf(Loaded.Signing.class));
    }
  }

  @Test
  void aHotkeyIsWrittenForItsOwnerAloneAndNeverOverAnother() throws Exception {
    WalletFolder wallet = new WalletFolder(temp.resolve("wallets/w"));
    byte[] first = {1};
    byte[] second = {2};
    assertThat(wallet.write("h", first, first, false))
        .isEqualTo(new WalletFolder.Outcome.Written(wallet.hotkey("h")));
    assertThat(mode(wallet.hotkey("h"))).isEqualTo("rw-------");
    assertThat(mode(wallet.hotkeyPublic("h"))).isEqualTo("rw-------");
    assertThat(mode(wallet.path().resolve("hotkeys"))).isEqualTo("rwx------");
    assertThat(wallet.write("h", second, second, false))
        .isInstanceOf(WalletFolder.Outcome.Exists.class);
    assertThat(wallet.hotkey("h")).hasBinaryContent(first);
    assertThat(wallet.write("h", second, second, true))
        .isInstanceOf(WalletFolder.Outcome.Written.class);
    assertThat(wallet.hotkey("h")).hasBinaryContent(second);
    try (var left = Files.list(wallet.path().resolve("hotkeys"))) {
      assertThat(left.map(file -> file.getFileName().toString()).sorted())
          .containsExactly("h", "hpub.txt");
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsSaidAndNothingIsThrown() throws Exception {
    Path inTheWay = Files.writeString(temp.resolve("file"), "");
    assertThat(new WalletFolder(inTheWay).write("h", new byte[0], new byte[0], false))
        .isInstanceOf(WalletFolder.Outcome.Failed.class);
  }

  @Test
  void aNameNeverLeavesTheFolder() {
    assertThat(List.of("default", "miner-1", "a.b")).allMatch(WalletFolder::isName);
    assertThat(List.of("", ".", "..", "a/b", "../x", ".hidden", "a b", "x".repeat(101)))
        .noneMatch(WalletFolder::isName);
  }

  private static String mode(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
