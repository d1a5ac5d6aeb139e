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
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Owns the reading of a hotkey file as the official wallet writes it.
 *
 * <p>Which secret counts: {@code secretPhrase}, else {@code secretSeed}, else {@code privateKey},
 * else only the address. Null counts as absent, {@code 0x} is optional, the order of keys does not
 * matter. Encrypted files are recognised here and opened by {@link LockedHotkey}.
 *
 * <p>What is read is wiped, except the strings that the JSON parser makes: Java cannot overwrite
 * those.
 */
public final class HotkeyFile {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LARGEST = 64 * 1024;

  private HotkeyFile() {}

  /** What a hotkey file turned out to be. */
  public sealed interface Loaded {
    /**
     * A key that can sign.
     *
     * @param warnings what in the file contradicts its secret: it works, but somebody is mistaken
     */
    record Signing(Hotkey hotkey, List<String> warnings) implements Loaded {}

    /** Only an address: it can be looked at, but it cannot sign, so no miner runs with it. */
    record AddressOnly(Ss58Address address) implements Loaded {}

    /** Encrypted: a password is needed. */
    record Encrypted(LockedHotkey locked) implements Loaded {}

    /**
     * An ed25519 key. The file may be whole, and the key may own things on the chain, but Epistula
     * is signed and verified with sr25519 alone, so no miner runs with it.
     */
    record Ed25519() implements Loaded {}

    /** There is no such file. */
    record Missing(Path path) implements Loaded {}

    /** Not a hotkey file, or a damaged one; the reason never quotes a secret. */
    record Damaged(String reason) implements Loaded {}
  }

  /** Reads the file, at most 64 KiB of it. Whether others may read it too: {@link LooseMode#of}. */
  public static Loaded load(Path path) {
    try (InputStream content = Files.newInputStream(path)) {
      byte[] bytes = content.readNBytes(LARGEST + 1);
      Loaded loaded =
          bytes.length > LARGEST
              ? new Loaded.Damaged("the file is larger than 64 KiB, so it is no hotkey file")
              : parse(bytes);
      Arrays.fill(bytes, (byte) 0);
      return loaded;
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
    Optional<Encryption> encryption = Encryption.of(content);
    if (encryption.isPresent()) {
      return new Loaded.Encrypted(new LockedHotkey(encryption.get(), content));
    }
    JsonNode file;
    try {
      file = JSON.readTree(new String(content, StandardCharsets.UTF_8));
    } catch (JacksonException notJson) {
      return new Loaded.Damaged(NotAKeyfile.reason(content));
    }
    if (file == null || !file.isObject()) {
      return new Loaded.Damaged(NotAKeyfile.reason(content));
    }
    try {
      return new KeyfileFields(file).loaded();
    } catch (IllegalArgumentException damaged) {
      return new Loaded.Damaged(String.valueOf(damaged.getMessage()));
    }
  }

  /** The content of a file that the official wallet loads: JSON with the private key. */
  public static byte[] write(Hotkey hotkey) {
    return new KeyfileText(hotkey.address()).privateKey(hotkey).end();
  }
}
