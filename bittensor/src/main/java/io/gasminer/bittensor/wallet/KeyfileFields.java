package io.gasminer.bittensor.wallet;

import io.gasminer.bittensor.sr25519.SecretKey;
import io.gasminer.bittensor.ss58.Ss58Address;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Owns the rule which field of a hotkey file counts: {@code secretPhrase}, else {@code secretSeed},
 * else {@code privateKey}, else only the address.
 *
 * <p>Null counts as absent. What is wrong is said in an {@link IllegalArgumentException} that
 * {@link HotkeyFile} turns into a value; it never quotes a secret.
 */
record KeyfileFields(JsonNode file) {
  private static final String ED25519 = "0";
  private static final String SR25519 = "1";
  private static final int SEED_BYTES = 32;
  private static final int PRIVATE_KEY_BYTES = 64;

  HotkeyFile.Loaded loaded() {
    String type = file.path("cryptoType").asString(SR25519);
    if (type.equals(ED25519)) {
      return new HotkeyFile.Loaded.Ed25519();
    }
    if (!type.isEmpty() && !type.equals(SR25519)) {
      throw new IllegalArgumentException(
          "its cryptoType is neither 1 nor 0; only sr25519 keys (1) can sign here");
    }
    return secret()
        .<HotkeyFile.Loaded>map(key -> signing(Hotkey.of(key)))
        .or(() -> address().map(HotkeyFile.Loaded.AddressOnly::new))
        .orElseThrow(() -> new IllegalArgumentException(nothing()));
  }

  private HotkeyFile.Loaded signing(Hotkey hotkey) {
    List<String> warnings = new ArrayList<>();
    Optional<String> stated = text("ss58Address");
    if (stated.isPresent() && !stated.equals(Optional.of(hotkey.address().toString()))) {
      boolean readable = Ss58Address.parse(stated.get()).isPresent();
      warnings.add(
          "its ss58Address is "
              + (readable ? stated.get() : "no address")
              + ", but its secret is the one of "
              + hotkey.address()
              + ". The secret counts here and in the official wallet; newer wallets refuse such a"
              + " file. Next step: compare with what is registered, and write the file anew"
              + " (gascli wallet regen-hotkey)");
    }
    for (String field : List.of("publicKey", "accountId")) {
      Optional<String> key = text(field);
      if (key.isPresent() && !digits(key.get()).equals(hotkey.address().hex())) {
        warnings.add("its " + field + " is not that of " + hotkey.address() + ", its secret's");
      }
    }
    return new HotkeyFile.Loaded.Signing(hotkey, List.copyOf(warnings));
  }

  private String nothing() {
    if (file.has("encoded") && file.has("encoding")) {
      return "it is an export of polkadot.js, which is another format. Next step: gascli wallet"
          + " regen-hotkey, with the phrase of that account";
    }
    return text("publicKey").or(() -> text("accountId")).isPresent()
        ? "it holds a public key and neither a secret nor an ss58Address, so it names no hotkey"
        : "it holds no secretPhrase, secretSeed, privateKey or ss58Address";
  }

  private Optional<SecretKey> secret() {
    Optional<String> phrase = text("secretPhrase");
    if (phrase.isPresent()) {
      return Optional.of(
          switch (Mnemonic.read(phrase.get())) {
            case Mnemonic.Read.Phrase(byte[] entropy) -> keyOf(Mnemonic.miniSecret(entropy, ""));
            case Mnemonic.Read.Wrong(String reason) ->
                throw new IllegalArgumentException("its secretPhrase " + reason);
          });
    }
    Optional<String> seed = text("secretSeed");
    if (seed.isPresent()) {
      return Optional.of(keyOf(seedBytes(seed.get())));
    }
    return text("privateKey").map(KeyfileFields::privateKeyBytes).map(KeyfileFields::keyOf);
  }

  private Optional<Ss58Address> address() {
    return text("ss58Address")
        .map(
            text ->
                Ss58Address.parse(text)
                    .orElseThrow(
                        () -> new IllegalArgumentException("its ss58Address is no address")));
  }

  private Optional<String> text(String field) {
    JsonNode value = file.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString()) {
      throw new IllegalArgumentException("its " + field + " is not a string");
    }
    return Optional.of(value.stringValue());
  }

  private static SecretKey keyOf(byte[] secret) {
    try {
      return secret.length == SEED_BYTES
          ? SecretKey.fromMiniSecret(secret)
          : SecretKey.fromExpanded(secret);
    } catch (IllegalArgumentException notCanonical) {
      throw new IllegalArgumentException(
          "its privateKey is damaged, or in the form of polkadot.js (scalar times eight), which"
              + " wallets of Bittensor do not read",
          notCanonical);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  private static byte[] seedBytes(String text) {
    return hex(text)
        .filter(bytes -> bytes.length == SEED_BYTES)
        .orElseThrow(() -> new IllegalArgumentException(brokenSeed(text)));
  }

  private static String brokenSeed(String text) {
    if (text.isEmpty()) {
      return "its secretSeed is empty, which the official wallet refuses as well. Next step: set"
          + " it to null if there is a privateKey beside it";
    }
    return isRaw(text)
        ? "its secretSeed is broken: bittensor-wallet 4.1 writes the raw bytes of a seed where"
            + " their hex belongs, and cannot load the file either. Next step: set secretSeed to"
            + " null, the privateKey beside it is whole"
        : "its secretSeed is not 32 bytes in hex";
  }

  private static byte[] privateKeyBytes(String text) {
    return hex(text)
        .filter(bytes -> bytes.length == PRIVATE_KEY_BYTES || bytes.length == SEED_BYTES)
        .orElseThrow(() -> new IllegalArgumentException("its privateKey is not 64 bytes in hex"));
  }

  private static String digits(String text) {
    return (text.startsWith("0x") ? text.substring(2) : text).toLowerCase(Locale.ROOT);
  }

  private static Optional<byte[]> hex(String text) {
    String digits = text.startsWith("0x") ? text.substring(2) : text;
    return digits.length() % 2 == 0 && digits.chars().allMatch(HexFormat::isHexDigit)
        ? Optional.of(HexFormat.of().parseHex(digits))
        : Optional.empty();
  }

  // Characters that stand for bytes instead of hex digits; a seed that is no UTF-8 loses some.
  private static boolean isRaw(String text) {
    String digits = text.startsWith("0x") ? text.substring(2) : text;
    return !digits.isEmpty()
        && digits.length() <= SEED_BYTES
        && !digits.chars().allMatch(HexFormat::isHexDigit);
  }
}
