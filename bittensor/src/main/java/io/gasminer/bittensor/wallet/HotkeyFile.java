package io.gasminer.bittensor.wallet;

import io.gasminer.bittensor.ss58.Ss58Address;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
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
 * matter. Encrypted files are recognised, not opened.
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

  /** Reads the file, at most 64 KiB of it. Whether others may read it too: {@link LooseMode#of}. */
  public static Loaded load(Path path) {
    try (InputStream content = Files.newInputStream(path)) {
      byte[] bytes = content.readNBytes(LARGEST + 1);
      return bytes.length > LARGEST
          ? new Loaded.Damaged("the file is larger than 64 KiB, so it is no hotkey file")
          : parse(bytes);
    } catch (NoSuchFileException absent) {
      return new Loaded.Missing(path);
    } catch (AccessDeniedException denied) {
      return new Loaded.Damaged("this user may not read the file");
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
      return new KeyfileFields(file).loaded();
    } catch (IllegalArgumentException damaged) {
      return new Loaded.Damaged(String.valueOf(damaged.getMessage()));
    }
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
}
