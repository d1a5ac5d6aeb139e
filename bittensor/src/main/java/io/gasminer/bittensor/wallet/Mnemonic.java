package io.gasminer.bittensor.wallet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Owns the reading of BIP-39 phrases in English, as Substrate uses them.
 *
 * <p>Substrate hashes the phrase's entropy, not its words (substrate-bip39), so the words must be
 * decoded and their checksum must fit.
 */
final class Mnemonic {
  private static final Map<String, Integer> WORDS = words();

  private Mnemonic() {}

  /** The 32-byte mini secret of the phrase, or empty when it is no valid phrase. */
  static Optional<byte[]> miniSecret(String phrase, String password) {
    return entropy(phrase)
        .map(
            entropy -> {
              byte[] salt = ("mnemonic" + password).getBytes(StandardCharsets.UTF_8);
              PKCS5S2ParametersGenerator pbkdf2 =
                  new PKCS5S2ParametersGenerator(new SHA512Digest());
              pbkdf2.init(entropy, salt, 2048);
              KeyParameter seed = (KeyParameter) pbkdf2.generateDerivedParameters(512);
              Arrays.fill(entropy, (byte) 0);
              return Arrays.copyOf(seed.getKey(), 32);
            });
  }

  private static Optional<byte[]> entropy(String phrase) {
    List<String> words = List.of(phrase.strip().split("\\s+"));
    if (words.size() < 12 || words.size() > 24 || words.size() % 3 != 0) {
      return Optional.empty();
    }
    boolean[] bits = new boolean[words.size() * 11];
    for (int i = 0; i < words.size(); i++) {
      Integer index = WORDS.get(words.get(i));
      if (index == null) {
        return Optional.empty();
      }
      for (int bit = 0; bit < 11; bit++) {
        bits[i * 11 + bit] = (index >> (10 - bit) & 1) == 1;
      }
    }
    int checksumBits = words.size() / 3;
    byte[] entropy = new byte[(bits.length - checksumBits) / 8];
    for (int i = 0; i < entropy.length * 8; i++) {
      entropy[i / 8] |= (byte) ((bits[i] ? 1 : 0) << (7 - i % 8));
    }
    byte[] digest = sha256(entropy);
    for (int i = 0; i < checksumBits; i++) {
      boolean expected = (digest[i / 8] >> (7 - i % 8) & 1) == 1;
      if (bits[entropy.length * 8 + i] != expected) {
        return Optional.empty();
      }
    }
    return Optional.of(entropy);
  }

  private static byte[] sha256(byte[] input) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(input);
    } catch (GeneralSecurityException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  private static Map<String, Integer> words() {
    try (BufferedReader list =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    Mnemonic.class.getResourceAsStream("bip39-english.txt"),
                    "bip39-english.txt is missing from the jar"),
                StandardCharsets.UTF_8))) {
      Map<String, Integer> words = new HashMap<>();
      list.lines().forEach(word -> words.put(word, words.size()));
      return Map.copyOf(words);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
