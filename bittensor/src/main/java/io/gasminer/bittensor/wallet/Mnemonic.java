package io.gasminer.bittensor.wallet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Owns the reading and making of BIP-39 phrases in English, as Substrate uses them.
 *
 * <p>Substrate hashes the phrase's entropy, not its words (substrate-bip39), so the words must be
 * decoded and their checksum must fit. Nothing here makes a {@code String} of a phrase: the arrays
 * are the caller's to wipe.
 */
final class Mnemonic {
  private static final int BITS = 11;
  // Sorted, as the standard has it.
  private static final List<String> WORDS = words();

  private Mnemonic() {}

  /** What a phrase turned out to be. */
  sealed interface Read {
    /** A whole phrase; the caller wipes its entropy. */
    record Phrase(byte[] entropy) implements Read {}

    /** No phrase; the reason goes on from "the phrase" and repeats none of its words. */
    record Wrong(String reason) implements Read {}
  }

  /** Reads the phrase; white space around and between the words does not matter. */
  static Read read(CharSequence phrase) {
    List<CharBuffer> words = split(phrase);
    if (words.size() < 12 || words.size() > 24 || words.size() % 3 != 0) {
      return new Read.Wrong(
          "has "
              + words.size()
              + (words.size() == 1 ? " word" : " words")
              + ", where there are 12, 15, 18, 21 or 24");
    }
    boolean[] bits = new boolean[words.size() * BITS];
    for (int i = 0; i < words.size(); i++) {
      int index = Collections.binarySearch(WORDS, words.get(i), CharSequence::compare);
      if (index < 0) {
        return new Read.Wrong(unknown(i + 1, words.get(i)));
      }
      for (int bit = 0; bit < BITS; bit++) {
        bits[i * BITS + bit] = (index >> (BITS - 1 - bit) & 1) == 1;
      }
    }
    byte[] entropy = entropy(bits);
    boolean fits = Arrays.equals(bits, bits(entropy));
    Arrays.fill(bits, false);
    if (!fits) {
      Arrays.fill(entropy, (byte) 0);
      return new Read.Wrong(
          "has a checksum that does not fit: one of its words is another one of the list, or the"
              + " order is wrong");
    }
    return new Read.Phrase(entropy);
  }

  /** The 32-byte mini secret of a phrase with that entropy, which is wiped. */
  static byte[] miniSecret(byte[] entropy, String password) {
    byte[] salt = ("mnemonic" + password).getBytes(StandardCharsets.UTF_8);
    PKCS5S2ParametersGenerator pbkdf2 = new PKCS5S2ParametersGenerator(new SHA512Digest());
    pbkdf2.init(entropy, salt, 2048);
    byte[] seed = ((KeyParameter) pbkdf2.generateDerivedParameters(512)).getKey();
    byte[] mini = Arrays.copyOf(seed, 32);
    Arrays.fill(seed, (byte) 0);
    Arrays.fill(entropy, (byte) 0);
    return mini;
  }

  /** The phrase of that entropy, 16 to 32 bytes by fours. */
  static char[] phrase(byte[] entropy) {
    boolean[] bits = bits(entropy);
    StringBuilder phrase = new StringBuilder(24 * 9);
    for (int word = 0; word < bits.length / BITS; word++) {
      int index = 0;
      for (int bit = 0; bit < BITS; bit++) {
        index = index << 1 | (bits[word * BITS + bit] ? 1 : 0);
      }
      phrase.append(word == 0 ? "" : " ").append(WORDS.get(index));
    }
    char[] characters = new char[phrase.length()];
    phrase.getChars(0, characters.length, characters, 0);
    for (int i = 0; i < characters.length; i++) {
      phrase.setCharAt(i, '\0');
    }
    Arrays.fill(bits, false);
    return characters;
  }

  private static String unknown(int position, CharBuffer word) {
    boolean capitals =
        Collections.binarySearch(WORDS, word.toString().toLowerCase(Locale.ROOT)) >= 0;
    return "has as word "
        + position
        + (capitals
            ? " one in capitals; write all words in lower case"
            : " one that is not in the English BIP-39 list");
  }

  private static List<CharBuffer> split(CharSequence phrase) {
    CharBuffer all = CharBuffer.wrap(phrase);
    List<CharBuffer> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= phrase.length(); i++) {
      boolean between = i == phrase.length() || Character.isWhitespace(phrase.charAt(i));
      if (!between && start < 0) {
        start = i;
      } else if (between && start >= 0) {
        words.add(all.subSequence(start, i));
        start = -1;
      }
    }
    return words;
  }

  // Without the checksum, which is a 33rd of all.
  private static byte[] entropy(boolean[] bits) {
    byte[] entropy = new byte[bits.length / 33 * 4];
    for (int i = 0; i < entropy.length * 8; i++) {
      entropy[i / 8] |= (byte) ((bits[i] ? 1 : 0) << (7 - i % 8));
    }
    return entropy;
  }

  private static boolean[] bits(byte[] entropy) {
    byte[] digest = sha256(entropy);
    boolean[] bits = new boolean[entropy.length / 4 * 33];
    for (int i = 0; i < bits.length; i++) {
      int within = i - entropy.length * 8;
      byte value = within < 0 ? entropy[i / 8] : digest[within / 8];
      bits[i] = (value >> (7 - i % 8) & 1) == 1;
    }
    return bits;
  }

  private static byte[] sha256(byte[] input) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(input);
    } catch (GeneralSecurityException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  private static List<String> words() {
    try (BufferedReader list =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Mnemonic.class.getResourceAsStream("bip39-english.txt")),
                StandardCharsets.US_ASCII))) {
      return list.lines().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
