package io.gasminer.bittensor.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gasminer.bittensor.sr25519.VerifyingKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our keys and signatures against the official wallet, where its Python is installed. */
class PythonWalletTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final int MESSAGES = 40;

  @TempDir Path folder;

  @BeforeEach
  void thePythonIsThere() {
    assumeTrue(
        !python().isEmpty() && Files.isExecutable(Path.of(python())),
        "skipped: -Dgasminer.python names no Python with bittensor-wallet installed");
  }

  @Test
  void theOfficialWalletAcceptsOurSignaturesAndRefusesChangedOnes() throws Exception {
    Hotkey hotkey = Hotkey.fromUri("//Alice//interoperability");
    StringBuilder input = new StringBuilder();
    for (byte[] message : messages()) {
      byte[] signature = hotkey.sign(message);
      input.append(line(message, signature)).append(" True\n");
      signature[7] ^= 1;
      input.append(line(message, signature)).append(" False\n");
    }
    String wrong =
        run(
            """
            import sys
            from bittensor_wallet import Keypair
            keypair = Keypair(ss58_address=sys.argv[1])
            for line in sys.stdin:
                message, signature, expected = line.rstrip("\\n").split(" ")
                said = keypair.verify(bytes.fromhex(message), "0x" + signature)
                if str(said) != expected:
                    print(line.rstrip("\\n"), "is", said)
            """,
            input.toString(),
            hotkey.address().toString());
    assertThat(wrong).isEmpty();
  }

  @Test
  void weAcceptTheOfficialWalletsSignatures() throws Exception {
    StringBuilder input = new StringBuilder();
    messages().forEach(message -> input.append(HEX.formatHex(message)).append('\n'));
    String output =
        run(
            """
            import sys
            from bittensor_wallet import Keypair
            keypair = Keypair.create_from_uri(sys.argv[1])
            for line in sys.stdin:
                message = bytes.fromhex(line.strip())
                print(message.hex(), keypair.sign(message).hex(), sep=":")
            """,
            input.toString(),
            "//Alice//interoperability");
    Hotkey hotkey = Hotkey.fromUri("//Alice//interoperability");
    VerifyingKey key = VerifyingKey.decode(hotkey.address().publicKey()).orElseThrow();
    List<String> refused = new ArrayList<>();
    for (String line : output.lines().toList()) {
      String[] parts = line.split(":");
      if (!key.verifies(HEX.parseHex(parts[0]), HEX.parseHex(parts[1]))) {
        refused.add(line);
      }
    }
    assertThat(refused).isEmpty();
    assertThat(output.lines()).hasSize(MESSAGES);
  }

  @Test
  void theOfficialWalletLoadsAFileThatWeWrite() throws Exception {
    Hotkey hotkey = Hotkey.fromUri("//Alice/soft//hard");
    Path file = folder.resolve("hotkey");
    Files.write(file, HotkeyFile.write(hotkey));
    String output =
        run(
            """
            import sys
            from bittensor_wallet import Keyfile
            keypair = Keyfile(sys.argv[1], "default", False).keypair
            print(keypair.ss58_address, len(keypair.sign(b"hello")))
            """,
            "",
            file.toString());
    assertThat(output.strip()).isEqualTo(hotkey.address() + " 64");
  }

  @Test
  void weLoadAFileThatTheOfficialWalletMakes() throws Exception {
    String address =
        run(
                """
                import sys
                from bittensor_wallet import Wallet
                wallet = Wallet(path=sys.argv[1], name="w", hotkey="h")
                wallet.create_new_hotkey(use_password=False, overwrite=True, suppress=True)
                print("address", wallet.get_hotkey().ss58_address)
                """,
                "",
                folder.toString())
            .lines()
            .filter(line -> line.startsWith("address "))
            .findFirst()
            .orElseThrow();
    assertThat(HotkeyFile.load(folder.resolve("w/hotkeys/h")))
        .isInstanceOfSatisfying(
            HotkeyFile.Loaded.Signing.class,
            loaded -> assertThat("address " + loaded.hotkey().address()).isEqualTo(address));
  }

  @Test
  void theOfficialWalletOpensWhatIsEncryptedHere() throws Exception {
    Path file = folder.resolve("hotkey");
    NewHotkey hotkey = NewHotkey.withPhrase(24, new SecureRandom());
    Files.write(
        file, hotkey.keyfile(Password.of("pä ss1! žluť".toCharArray()), new SecureRandom()));
    String output =
        run(
            """
            import sys
            from bittensor_wallet import Keyfile
            keypair = Keyfile(sys.argv[1], "h", False).get_keypair("pä ss1! žluť")
            print("address", keypair.ss58_address, len(keypair.sign(b"hello")))
            """,
            "",
            file.toString());
    assertThat(output).contains("address " + hotkey.hotkey().address() + " 64");
  }

  @Test
  void theOfficialWalletLoadsNewKeysWithAPhraseAndWithout() throws Exception {
    for (NewHotkey hotkey :
        List.of(
            NewHotkey.withPhrase(12, new SecureRandom()),
            NewHotkey.withPhrase(24, new SecureRandom()),
            NewHotkey.withoutPhrase(new SecureRandom()))) {
      WalletFolder wallet = new WalletFolder(folder.resolve("w"));
      wallet.write("h", hotkey.keyfile(), hotkey.publicKeyfile(), true);
      String output =
          run(
              """
              import sys
              from bittensor_wallet import Wallet
              wallet = Wallet(path=sys.argv[1], name="w", hotkey="h")
              print(wallet.get_hotkey().ss58_address, wallet.get_hotkeypub().ss58_address)
              """,
              "",
              folder.toString());
      String address = hotkey.hotkey().address().toString();
      assertThat(output.strip()).isEqualTo(address + " " + address);
    }
  }

  @Test
  void filesOfTheOlderEncryptionsOpen() throws Exception {
    Path plain = folder.resolve("plain");
    Files.write(plain, HotkeyFile.write(Hotkey.fromUri("//Alice")));
    run(
        """
        import base64, hashlib, sys
        from bittensor_wallet import keyfile
        data = open(sys.argv[1], "rb").read()
        open(sys.argv[1] + ".ansible", "wb").write(
            bytes(keyfile.legacy_encrypt_keyfile_data(data, "pä ss")))
        from cryptography.fernet import Fernet
        salt = b"Iguesscyborgslikemyselfhaveatendencytobeparanoidaboutourorigins"
        key = hashlib.pbkdf2_hmac("sha256", "pä ss".encode(), salt, 10_000_000)
        open(sys.argv[1] + ".fernet", "wb").write(
            Fernet(base64.urlsafe_b64encode(key)).encrypt(data))
        """,
        "",
        plain.toString());
    for (String form : List.of(".ansible", ".fernet")) {
      HotkeyFile.Loaded loaded = HotkeyFile.load(folder.resolve("plain" + form));
      LockedHotkey locked = ((HotkeyFile.Loaded.Encrypted) loaded).locked();
      assertThat(locked.unlock(Password.of("pä ss".toCharArray())))
          .as(form)
          .isInstanceOfSatisfying(
              LockedHotkey.Unlocking.Unlocked.class,
              unlocked ->
                  assertThat(unlocked.inside()).isInstanceOf(HotkeyFile.Loaded.Signing.class));
    }
  }

  private static List<byte[]> messages() {
    Random random = new Random(31);
    List<byte[]> messages = new ArrayList<>();
    for (int i = 0; i < MESSAGES; i++) {
      byte[] message = new byte[random.nextInt(400)];
      random.nextBytes(message);
      messages.add(message);
    }
    return messages;
  }

  private static String line(byte[] message, byte[] signature) {
    return HEX.formatHex(message) + " " + HEX.formatHex(signature);
  }

  private String run(String script, String input, String argument)
      throws IOException, InterruptedException {
    Path stdin = Files.writeString(folder.resolve("stdin"), input);
    Path stdout = folder.resolve("stdout");
    Path stderr = folder.resolve("stderr");
    Process process =
        new ProcessBuilder(python(), "-c", script, argument)
            .redirectInput(stdin.toFile())
            .redirectOutput(stdout.toFile())
            .redirectError(stderr.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("Python ends in time").isTrue();
    assertThat(process.exitValue()).as(Files.readString(stderr)).isZero();
    return Files.readString(stdout, StandardCharsets.UTF_8);
  }

  private static String python() {
    return System.getProperty("gasminer.python", "");
  }
}
