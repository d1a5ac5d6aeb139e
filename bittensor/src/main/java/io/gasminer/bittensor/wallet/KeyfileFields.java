package io.gasminer.bittensor.wallet;

import io.gasminer.bittensor.sr25519.SecretKey;
import io.gasminer.bittensor.ss58.Ss58Address;
import java.util.Arrays;
import java.util.HexFormat;
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
  private static final String SR25519 = "1";
  private static final int SEED_BYTES = 32;
  private static final int PRIVATE_KEY_BYTES = 64;

  HotkeyFile.Loaded loaded() {
    String type = file.path("cryptoType").asString(SR25519);
    if (!type.isEmpty() && !type.equals(SR25519)) {
      throw new IllegalArgumentException(
          "its cryptoType is not 1; only sr25519 keys can sign here");
    }
    return secret()
        .<HotkeyFile.Loaded>map(key -> new HotkeyFile.Loaded.Signing(Hotkey.of(key)))
        .or(() -> address().map(HotkeyFile.Loaded.AddressOnly::new))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "it holds no secretPhrase, secretSeed, privateKey or ss58Address"));
  }

  private Optional<SecretKey> secret() {
    Optional<String> phrase = text("secretPhrase");
    if (phrase.isPresent()) {
      byte[] seed =
          Mnemonic.miniSecret(phrase.get(), "")
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "its secretPhrase is no BIP-39 phrase of 12 to 24 English words"));
      return Optional.of(keyOf(seed));
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
    SecretKey key =
        secret.length == SEED_BYTES
            ? SecretKey.fromMiniSecret(secret)
            : SecretKey.fromExpanded(secret);
    Arrays.fill(secret, (byte) 0);
    return key;
  }

  private static byte[] seedBytes(String text) {
    return hex(text)
        .filter(bytes -> bytes.length == SEED_BYTES)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    isRaw(text)
                        ? "its secretSeed is broken: bittensor-wallet 4.1 writes the raw bytes of a"
                            + " seed where their hex belongs, and cannot load the file either."
                            + " Next step: set secretSeed to null, the privateKey beside it is"
                            + " whole"
                        : "its secretSeed is not 32 bytes in hex"));
  }

  private static byte[] privateKeyBytes(String text) {
    return hex(text)
        .filter(bytes -> bytes.length == PRIVATE_KEY_BYTES || bytes.length == SEED_BYTES)
        .orElseThrow(() -> new IllegalArgumentException("its privateKey is not 64 bytes in hex"));
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
