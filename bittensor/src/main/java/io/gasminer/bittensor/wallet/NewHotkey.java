package io.gasminer.bittensor.wallet;

import java.nio.CharBuffer;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Owns the seed and the phrase of a key that is being made, until it is closed: for showing the
 * phrase once and for writing the file, plain or encrypted.
 *
 * <p>Not thread-safe. {@link #close} wipes both; the {@link Hotkey} stays whole.
 */
public final class NewHotkey implements AutoCloseable {
  private static final int SEED = 32;

  private final Hotkey hotkey;
  private final byte[] seed;
  private final char[] phrase;

  private NewHotkey(byte[] seed, char[] phrase) {
    this.hotkey = Hotkey.fromSeed(seed);
    this.seed = seed;
    this.phrase = phrase;
  }

  /** What a phrase came to. */
  public sealed interface Recovered {
    /** The key of the phrase. */
    record Key(NewHotkey hotkey) implements Recovered {}

    /** No phrase; the reason goes on from "the phrase" and repeats none of its words. */
    record Refused(String reason) implements Recovered {}
  }

  /**
   * A key with a new phrase.
   *
   * @param words 12, 15, 18, 21 or 24
   */
  public static NewHotkey withPhrase(int words, SecureRandom random) {
    if (words < 12 || words > 24 || words % 3 != 0) {
      throw new IllegalArgumentException("a phrase has 12, 15, 18, 21 or 24 words, not " + words);
    }
    byte[] entropy = new byte[words / 3 * 4];
    random.nextBytes(entropy);
    char[] phrase = Mnemonic.phrase(entropy);
    return new NewHotkey(Mnemonic.miniSecret(entropy, ""), phrase);
  }

  /** A key of which the file will be the only copy. */
  public static NewHotkey withoutPhrase(SecureRandom random) {
    byte[] seed = new byte[SEED];
    random.nextBytes(seed);
    return new NewHotkey(seed, new char[0]);
  }

  /** The key of a phrase that is there already; the array stays the caller's to wipe. */
  public static Recovered ofPhrase(char[] phrase) {
    return switch (Mnemonic.read(CharBuffer.wrap(phrase))) {
      case Mnemonic.Read.Wrong(String reason) -> new Recovered.Refused(reason);
      case Mnemonic.Read.Phrase(byte[] entropy) -> {
        char[] orderly = Mnemonic.phrase(entropy);
        yield new Recovered.Key(new NewHotkey(Mnemonic.miniSecret(entropy, ""), orderly));
      }
    };
  }

  /** The key itself. */
  public Hotkey hotkey() {
    return hotkey;
  }

  /** The words, for showing them once; empty where there is no phrase. The caller wipes them. */
  public char[] phrase() {
    return phrase.clone();
  }

  /** The content of the hotkey's file; the caller wipes it. */
  public byte[] keyfile() {
    KeyfileText text = new KeyfileText(hotkey.address()).privateKey(hotkey).seed(seed);
    return (phrase.length == 0 ? text : text.phrase(phrase)).end();
  }

  /**
   * The content of the hotkey's file, encrypted as {@code $NACL}. Takes seconds and 512 MiB outside
   * the heap.
   *
   * @throws OutOfMemoryError when the system gives no such memory
   */
  public byte[] keyfile(Password password, SecureRandom random) {
    byte[] plain = keyfile();
    byte[] utf8 = password.utf8();
    try {
      return NaclBox.seal(plain, utf8, random);
    } finally {
      Arrays.fill(plain, (byte) 0);
      Arrays.fill(utf8, (byte) 0);
    }
  }

  /** The content of the file beside it, which holds no secret. */
  public byte[] publicKeyfile() {
    return new KeyfileText(hotkey.address()).end();
  }

  @Override
  public void close() {
    Arrays.fill(seed, (byte) 0);
    Arrays.fill(phrase, '\0');
  }

  @Override
  public String toString() {
    return "NewHotkey[" + hotkey.address() + "]";
  }
}
