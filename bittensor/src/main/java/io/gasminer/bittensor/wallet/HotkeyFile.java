package io.gasminer.bittensor.wallet;

import io.gasminer.bittensor.sr25519.SecretKey;
import io.gasminer.bittensor.ss58.Ss58Address;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Owns the reading of a hotkey file as the official wallet writes it.
 *
 * <p>Which secret counts: {@code secretPhrase}, else {@code secretSeed}, else {@code privateKey},
 * else only the address. Null counts as absent, {@code 0x} is optional, the order of keys does not
 * matter.
 */
public final class HotkeyFile {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LARGEST = 64 * 1024;

  private HotkeyFile() {}

  /** What a hotkey file turned out to be. */
  public sealed interface Loaded {
    /** A key that can sign. */
    record Signing(Hotkey hotkey) implements Loaded {}

    /** Only an address: it can be looked at, but it cannot sign, so no miner runs with it. */
    record AddressOnly(Ss58Address address) implements Loaded {}

    /** Encrypted; {@code format} names how. */
    record Encrypted(String format) implements Loaded {}

    /** There is no such file. */
    record Missing(Path path) implements Loaded {}

    /** Not a hotkey file, or a damaged one; the reason never quotes a secret. */
    record Damaged(String reason) implements Loaded {}
  }

  /** Reads the file. */
  public static Loaded load(Path path) {
    try {
      if (Files.size(path) > LARGEST) {
        return new Loaded.Damaged("the file is larger than 64 KiB, so it is no hotkey file");
      }
      return parse(Files.readAllBytes(path));
    } catch (NoSuchFileException absent) {
      return new Loaded.Missing(path);
    } catch (IOException unreadable) {
      return new Loaded.Damaged("the file cannot be read: " + unreadable.getMessage());
    }
  }

  /** Reads the content of a hotkey file. */
  public static Loaded parse(byte[] content) {
    Optional<String> encryption = encryptionOf(content);
    if (encryption.isPresent()) {
      return new Loaded.Encrypted(encryption.get());
    }
    JsonNode file;
    try {
      file = JSON.readTree(new String(content, StandardCharsets.UTF_8));
    } catch (JacksonException notJson) {
      return new Loaded.Damaged("the file is not JSON");
    }
    if (file == null || !file.isObject()) {
      return new Loaded.Damaged("the file is no JSON object");
    }
    try {
      return fromFields(file);
    } catch (IllegalArgumentException damaged) {
      return new Loaded.Damaged(String.valueOf(damaged.getMessage()));
    }
  }

  private static Loaded fromFields(JsonNode file) {
    JsonNode type = file.path("cryptoType");
    if (type.isNumber() && type.intValue() != 1) {
      return new Loaded.Damaged("the key is of type " + type + "; only sr25519 (1) can sign here");
    }
    Optional<String> phrase = text(file, "secretPhrase");
    if (phrase.isPresent()) {
      byte[] seed =
          Mnemonic.miniSecret(phrase.get(), "")
              .orElseThrow(() -> new IllegalArgumentException("secretPhrase is no BIP-39 phrase"));
      return new Loaded.Signing(Hotkey.fromSeed(seed));
    }
    Optional<String> seed = text(file, "secretSeed");
    if (seed.isPresent()) {
      return new Loaded.Signing(Hotkey.fromSeed(bytes("secretSeed", seed.get(), 32)));
    }
    Optional<String> privateKey = text(file, "privateKey");
    if (privateKey.isPresent()) {
      byte[] expanded = bytes("privateKey", privateKey.get(), 64);
      Hotkey hotkey = Hotkey.of(SecretKey.fromExpanded(expanded));
      Arrays.fill(expanded, (byte) 0);
      return new Loaded.Signing(hotkey);
    }
    return text(file, "ss58Address")
        .flatMap(Ss58Address::parse)
        .<Loaded>map(Loaded.AddressOnly::new)
        .orElseGet(
            () ->
                new Loaded.Damaged("it holds no secretPhrase, secretSeed, privateKey or address"));
  }

  /** The content of a file that the official wallet loads: JSON with the private key. */
  public static byte[] write(Hotkey hotkey) {
    byte[] expanded = hotkey.privateKeyForKeyfile();
    String publicKey = "0x" + hotkey.address().hex();
    byte[] content =
        JSON.writeValueAsBytes(
            JSON.createObjectNode()
                .put("accountId", publicKey)
                .put("publicKey", publicKey)
                .put("privateKey", "0x" + HexFormat.of().formatHex(expanded))
                .put("ss58Address", hotkey.address().toString())
                .put("cryptoType", 1));
    Arrays.fill(expanded, (byte) 0);
    return content;
  }

  private static Optional<String> encryptionOf(byte[] content) {
    String start =
        new String(content, 0, Math.min(content.length, 16), StandardCharsets.ISO_8859_1);
    if (start.startsWith("$NACL")) {
      return Optional.of("NaCl");
    }
    if (start.startsWith("$ANSIBLE_VAULT")) {
      return Optional.of("Ansible Vault");
    }
    return start.startsWith("gAAAAA") ? Optional.of("Fernet") : Optional.empty();
  }

  private static Optional<String> text(JsonNode file, String field) {
    JsonNode value = file.path(field);
    return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
  }

  private static byte[] bytes(String field, String hex, int length) {
    String digits = hex.startsWith("0x") ? hex.substring(2) : hex;
    if (digits.length() != 2 * length) {
      throw new IllegalArgumentException(
          field
              + " has the wrong length (expected "
              + length
              + " bytes in hex); wallets made from a seed by bittensor-wallet 4.1 hold a broken"
              + " one: regenerate the hotkey from its phrase");
    }
    try {
      return HexFormat.of().parseHex(digits);
    } catch (IllegalArgumentException notHex) {
      // The cause quotes the characters of a secret, so it is left behind.
      throw new IllegalArgumentException(field + " is not hex");
    }
  }
}
