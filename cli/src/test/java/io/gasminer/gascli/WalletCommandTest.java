package io.gasminer.gascli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.bittensor.wallet.Hotkey;
import io.gasminer.bittensor.wallet.HotkeyFile;
import io.gasminer.bittensor.wallet.WalletFolder;
import io.gasminer.miner.config.WalletSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalletCommandTest {
  private static final String ALICE = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
  private static final String DEVELOPMENT =
      "bottom drive obey lake curtain smoke basket hold race lonely fit walk";

  @TempDir private Path temp;
  private Path env;
  private WalletFolder wallet;

  @BeforeEach
  void aWallet() throws Exception {
    env =
        Files.writeString(
            temp.resolve("x.env"), "BT_WALLET_PATH=%s/wallets\nBT_WALLET_NAME=w\n".formatted(temp));
    wallet = new WalletFolder(temp.resolve("wallets/w"));
  }

  @Test
  void aNewHotkeyIsShownOnceAndServes() throws Exception {
    Typed made = typed("new-hotkey", "--words", "24");
    assertThat(made.exitCode()).as(made.err()).isZero();
    HotkeyFile.Loaded.Signing loaded =
        (HotkeyFile.Loaded.Signing) HotkeyFile.load(wallet.hotkey("default"));
    String address = loaded.hotkey().address().toString();
    assertThat(made.out()).contains(address, "not encrypted", "shown this once", "Write it down");
    String phrase =
        String.join(
            " ",
            made.out().lines().filter(line -> line.startsWith("  ")).map(String::strip).toList());
    assertThat(phrase.split(" ")).hasSize(24);
    assertThat(Hotkey.fromUri(phrase).address()).hasToString(address);
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(wallet.hotkey("default"))))
        .isEqualTo("rw-------");
    Typed shown = typed("show");
    assertThat(shown.exitCode()).isZero();
    assertThat(shown.out())
        .contains(address, "form:       plain", "can sign:   yes", "mode:       rw-------");
  }

  @Test
  void aHotkeyThatIsThereIsNotReplacedUnasked() {
    assertThat(typed("new-hotkey").exitCode()).isZero();
    Typed again = typed("new-hotkey");
    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.err()).contains("was not written", "there is a hotkey already", "--overwrite");
    assertThat(again.out()).isEmpty();
    assertThat(typed("new-hotkey", "--overwrite").exitCode()).isZero();
  }

  @Test
  void withoutAPhraseTheFileIsSaidToBeTheOnlyCopy() throws Exception {
    assertThat(typed("new-hotkey", "--no-phrase").out()).contains("only copy");
    assertThat(Files.readString(wallet.hotkey("default"))).doesNotContain("secretPhrase");
  }

  @Test
  void anEncryptedHotkeyOpensWithThePasswordOfTheFileAndNoOther() throws Exception {
    Path password = Files.writeString(temp.resolve("password"), "correct horse\n");
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
    Files.writeString(env, Files.readString(env) + "BT_WALLET_PASSWORD_FILE=" + password + "\n");
    Typed made = typed("new-hotkey", "--encrypt");
    assertThat(made.exitCode()).as(made.err()).isZero();
    assertThat(made.out()).contains("(encrypted)");
    assertThat(Files.readAllBytes(wallet.hotkey("default")))
        .startsWith("$NACL".getBytes(StandardCharsets.US_ASCII));
    assertThat(typed("show").out())
        .contains("encrypted with NaCl", "with its password", "defaultpub.txt");
    assertThat(typed("show", "--unlock", "--json").out())
        .contains("yes, the password fits")
        .doesNotContain("correct horse");
    Files.writeString(password, "wrong horse\n");
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));
    Typed wrong = typed("show", "--unlock");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.out())
        .contains("the password does not open it", "chmod 600 " + password)
        .doesNotContain("wrong horse");
  }

  @Test
  void encryptingNeedsAPasswordThatIsLongEnough() throws Exception {
    assertThat(typed("new-hotkey", "--encrypt").err()).contains("BT_WALLET_PASSWORD_FILE");
    Files.writeString(env, Files.readString(env) + "BT_WALLET_PASSWORD=short\n");
    assertThat(typed("new-hotkey", "--encrypt").err()).contains("fewer than 8");
    assertThat(wallet.hotkey("default")).doesNotExist();
  }

  @Test
  void whatCannotSignSaysWhy() throws Exception {
    assertThat(typed("show").out()).contains("form:       missing", "gascli wallet new-hotkey");
    Files.createDirectories(wallet.path().resolve("hotkeys"));
    Files.writeString(wallet.coldkeyPublic(), "{\"ss58Address\": \"" + ALICE + "\"}");
    Files.writeString(wallet.hotkey("default"), "{\"ss58Address\": \"" + ALICE + "\"}");
    Typed address = typed("show");
    assertThat(address.exitCode()).isEqualTo(2);
    assertThat(address.out()).contains("address only", "holds no secret", "coldkey:    " + ALICE);
    Files.writeString(wallet.hotkey("default"), DEVELOPMENT);
    assertThat(typed("show").out()).contains("bare phrase").doesNotContain("curtain");
  }

  @Test
  void aNameThatLeavesTheFolderIsRefused() {
    Typed out = typed("show", "--hotkey", "../../etc/passwd");
    assertThat(out.exitCode()).isEqualTo(2);
    assertThat(out.err()).contains("names no wallet or hotkey");
  }

  @Test
  void aHotkeyComesBackFromItsPhrase() {
    HotkeyMaking making = new HotkeyMaking();
    StringWriter out = new StringWriter();
    char[] phrase = DEVELOPMENT.toCharArray();
    assertThat(WalletRegenHotkeyCommand.run(desk(out, phrase), making)).isZero();
    assertThat(HotkeyFile.load(wallet.hotkey("h"))).isInstanceOf(HotkeyFile.Loaded.Signing.class);
    assertThat(out.toString())
        .contains(Hotkey.fromUri(DEVELOPMENT).address().toString())
        .doesNotContain("curtain");
    assertThat(Arrays.equals(phrase, new char[phrase.length])).as("it is wiped").isTrue();
  }

  @Test
  void aWrongWordIsNamedByItsPlaceAndNothingIsWritten() {
    StringWriter out = new StringWriter();
    int code =
        WalletRegenHotkeyCommand.run(
            desk(out, DEVELOPMENT.replace("lake", "leak").toCharArray()), new HotkeyMaking());
    assertThat(code).isEqualTo(2);
    assertThat(out.toString()).contains("as word 4").doesNotContain("leak", "curtain");
    assertThat(wallet.hotkey("h")).doesNotExist();
  }

  @Test
  void replacingIsAgreedToByTypingTheName() {
    StringWriter out = new StringWriter();
    WalletRegenHotkeyCommand.run(desk(out, DEVELOPMENT.toCharArray()), new HotkeyMaking());
    assertThat(new HotkeyMaking().mayWrite(desk(out, "yes".toCharArray()))).isFalse();
    assertThat(new HotkeyMaking().mayWrite(desk(out, "h".toCharArray()))).isTrue();
  }

  private HotkeyMaking.Desk desk(StringWriter out, char[]... answers) {
    Queue<char[]> left = new ArrayDeque<>(List.of(answers));
    PrintWriter printer = new PrintWriter(out, true);
    return new HotkeyMaking.Desk(
        new WalletSettings(wallet, "h", Optional.empty(), Optional.empty()),
        question -> Optional.ofNullable(left.poll()),
        printer,
        printer);
  }

  private Typed typed(String command, String... more) {
    String[] all = {"wallet", command, "--env-file", env.toString()};
    String[] whole = Arrays.copyOf(all, all.length + more.length);
    System.arraycopy(more, 0, whole, all.length, more.length);
    return Typed.gascli(whole);
  }
}
