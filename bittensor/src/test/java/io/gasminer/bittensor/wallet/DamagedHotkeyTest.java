package io.gasminer.bittensor.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.gasminer.bittensor.wallet.HotkeyFile.Loaded;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Files that are not what they should be: each says what is wrong, and none shows its secret. */
class DamagedHotkeyTest {
  private static final String PHRASE =
      "bottom drive obey lake curtain smoke basket hold race lonely fit walk";
  private static final String SEED =
      "0xe5be9a5092b81bca64be81d212e7f2f9eba183bb7a90954f7b76361f6edb5c0a";
  private static final String ALICE = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
  private static final byte[] PASSWORD = {'p', 'w'};
  private static final Argon2i.Cost CHEAP = new Argon2i.Cost(1, 8);
  private static final int ROUNDS = 2;

  @Test
  void everyDamageHasItsWords() {
    Map<String, String> expected =
        Map.ofEntries(
            Map.entry("", "is empty"),
            Map.entry(" \n", "is empty"),
            Map.entry("hello", "not JSON"),
            Map.entry("[1]", "not JSON"),
            Map.entry("\ufeff{}", "byte order mark"),
            Map.entry(SEED, "bare key in hex"),
            Map.entry(SEED.substring(2), "bare key in hex"),
            Map.entry(PHRASE, "bare phrase"),
            Map.entry("{\"secretSeed\": \"" + SEED, "cut short or damaged"),
            Map.entry("{}", "holds no secretPhrase"),
            Map.entry("{\"secretSeed\": null}", "holds no secretPhrase"),
            Map.entry("{\"publicKey\": \"0x00\"}", "holds a public key"),
            Map.entry("{\"accountId\": \"0x00\"}", "holds a public key"),
            Map.entry("{\"secretSeed\": \"\"}", "secretSeed is empty"),
            Map.entry("{\"secretSeed\": \"0x01\"}", "not 32 bytes in hex"),
            Map.entry("{\"secretSeed\": \"0x\\u0001\\u0002\"}", "bittensor-wallet 4.1 writes"),
            Map.entry("{\"secretSeed\": 7}", "secretSeed is not a string"),
            Map.entry("{\"privateKey\": \"0x01\"}", "privateKey is not 64 bytes"),
            Map.entry("{\"privateKey\": \"" + "f".repeat(128) + "\"}", "form of polkadot.js"),
            Map.entry("{\"ss58Address\": \"5Grw\"}", "ss58Address is no address"),
            Map.entry("{\"cryptoType\": 7}", "cryptoType is neither"),
            Map.entry("{\"encoded\": \"x\", \"encoding\": {}}", "export of polkadot.js"),
            Map.entry("{\"secretPhrase\": \"bad words\"}", "has 2 words"),
            Map.entry(phrase(PHRASE + " walk"), "has 13 words"),
            Map.entry(phrase(PHRASE.replace("lake", "lakes")), "as word 4 one that is not in"),
            Map.entry(phrase(PHRASE.replace("drive", "DRIVE")), "as word 2 one in capitals"),
            Map.entry(phrase(PHRASE.replace("walk", "wall")), "checksum that does not fit"));
    List<String> wrong = new ArrayList<>();
    expected.forEach(
        (content, words) -> {
          Loaded loaded = HotkeyFile.parse(content.getBytes(StandardCharsets.UTF_8));
          if (!(loaded instanceof Loaded.Damaged(String reason) && reason.contains(words))) {
            wrong.add(words + " is not said of " + content + ", but " + loaded);
          }
          if (loaded.toString().contains("curtain") || loaded.toString().contains("e5be9a")) {
            wrong.add("shown: " + loaded);
          }
        });
    assertThat(wrong).isEmpty();
  }

  @Test
  void anEd25519KeyIsWholeButCannotServe() {
    assertThat(parsed("{\"secretSeed\": \"" + SEED + "\", \"cryptoType\": 0}"))
        .isInstanceOf(Loaded.Ed25519.class);
  }

  @Test
  void anAddressThatIsNotTheSecretsIsTakenWithAWarning() {
    String bob = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty";
    assertThat(
            parsed(
                "{\"secretSeed\": \"%s\", \"ss58Address\": \"%s\", \"publicKey\": \"0x00\"}"
                    .formatted(SEED, bob)))
        .isInstanceOfSatisfying(
            Loaded.Signing.class,
            signing -> {
              assertThat(signing.hotkey().address()).hasToString(ALICE);
              assertThat(signing.warnings()).hasSize(2);
              assertThat(signing.warnings().getFirst()).contains(bob, ALICE, "Next step");
            });
  }

  @Test
  void aFileThatAgreesWithItselfHasNoWarning() {
    assertThat(HotkeyFile.parse(HotkeyFile.write(Hotkey.fromUri("//Alice"))))
        .isInstanceOfSatisfying(
            Loaded.Signing.class, signing -> assertThat(signing.warnings()).isEmpty());
  }

  @Test
  void whateverIsReadComesToAValue() {
    NewHotkey hotkey = NewHotkey.withPhrase(24, new SecureRandom());
    hurt(hotkey.keyfile(), 0, HotkeyFile::parse);
  }

  @Test
  void whateverIsDecryptedComesToAValueAndNeverToAnotherText() throws Exception {
    byte[] plain = HotkeyFile.write(Hotkey.fromUri("//Alice"));
    byte[] nacl = NaclBox.seal(plain, PASSWORD, new SecureRandom(), CHEAP);
    assertUnharmed(nacl, plain, content -> NaclBox.open(content, PASSWORD, CHEAP));
    byte[] fernet = LegacySamples.fernet(plain, PASSWORD, ROUNDS);
    assertUnharmed(fernet, plain, content -> FernetToken.open(content, PASSWORD, ROUNDS));
  }

  @Test
  void whateverAVaultHoldsComesToAValue() throws Exception {
    byte[] plain = HotkeyFile.write(Hotkey.fromUri("//Alice"));
    byte[] vault = LegacySamples.ansibleVault(plain, PASSWORD);
    assertThat(AnsibleVault.open(vault, PASSWORD)).isInstanceOf(Opened.Plain.class);
    // Ten thousand rounds each, so by samples.
    Random random = new Random(11);
    for (int i = 0; i < 60; i++) {
      byte[] cut = Arrays.copyOf(vault, 14 + random.nextInt(vault.length - 16));
      byte[] flipped = vault.clone();
      flipped[14 + random.nextInt(vault.length - 15)] ^= (byte) (1 << random.nextInt(8));
      assertThatCode(() -> AnsibleVault.open(cut, PASSWORD)).doesNotThrowAnyException();
      assertThatCode(() -> AnsibleVault.open(flipped, PASSWORD)).doesNotThrowAnyException();
    }
  }

  private static void assertUnharmed(byte[] whole, byte[] plain, Function<byte[], Opened> opening) {
    assertThat(opening.apply(whole))
        .isInstanceOfSatisfying(
            Opened.Plain.class, opened -> assertThat(opened.content()).isEqualTo(plain));
    List<Opened> others = hurt(whole, 5, opening);
    assertThat(others)
        .allSatisfy(
            opened -> {
              if (opened instanceof Opened.Plain(byte[] content)) {
                assertThat(content).isEqualTo(plain);
              }
            });
  }

  private static <T> List<T> hurt(byte[] whole, int spared, Function<byte[], T> reading) {
    Random random = new Random(58);
    List<T> results = new ArrayList<>();
    for (int length = spared; length < whole.length; length++) {
      results.add(reading.apply(Arrays.copyOf(whole, length)));
      byte[] flipped = whole.clone();
      flipped[length] ^= (byte) (1 << random.nextInt(8));
      results.add(reading.apply(flipped));
      byte[] noise = new byte[length];
      random.nextBytes(noise);
      results.add(reading.apply(noise));
    }
    return results;
  }

  private static Loaded parsed(String content) {
    return HotkeyFile.parse(content.getBytes(StandardCharsets.UTF_8));
  }

  private static String phrase(String words) {
    return "{\"secretPhrase\": \"" + words + "\"}";
  }
}
