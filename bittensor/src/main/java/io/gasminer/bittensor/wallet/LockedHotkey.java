package io.gasminer.bittensor.wallet;

import java.util.Arrays;

/**
 * Owns an encrypted hotkey file that was read but not opened.
 *
 * <p>Thread-safe. Opening takes seconds on purpose, and 512 MiB outside the heap for {@code NACL}.
 */
public final class LockedHotkey {
  private final Encryption encryption;
  private final byte[] content;

  LockedHotkey(Encryption encryption, byte[] content) {
    this.encryption = encryption;
    this.content = content.clone();
  }

  /** What a password did. */
  public sealed interface Unlocking {
    /** It fits; what was inside is never {@code Encrypted} or {@code Missing}. */
    record Unlocked(HotkeyFile.Loaded inside) implements Unlocking {}

    /**
     * It does not fit. A file that was changed or lost its end looks the same, as the check covers
     * both.
     */
    record WrongPassword() implements Unlocking {}

    /** No password opens this file: it has to be restored from a copy or made again. */
    record Broken(String reason) implements Unlocking {}

    /** The machine does not give the memory that opening takes; the file may be whole. */
    record NoMemory(String reason) implements Unlocking {}
  }

  /** How it is encrypted. */
  public Encryption encryption() {
    return encryption;
  }

  /** Tries the password, which stays the caller's to close. */
  public Unlocking unlock(Password password) {
    byte[] utf8 = password.utf8();
    Opened opened = encryption.open(content, utf8);
    Arrays.fill(utf8, (byte) 0);
    return switch (opened) {
      case Opened.WrongPassword() -> new Unlocking.WrongPassword();
      case Opened.Broken(String reason) -> new Unlocking.Broken(reason);
      case Opened.NoMemory(String reason) -> new Unlocking.NoMemory(reason);
      case Opened.Plain(byte[] plain) -> {
        HotkeyFile.Loaded inside = HotkeyFile.parse(plain);
        Arrays.fill(plain, (byte) 0);
        yield inside instanceof HotkeyFile.Loaded.Encrypted
            ? new Unlocking.Broken("it is encrypted twice, which no wallet does")
            : new Unlocking.Unlocked(inside);
      }
    };
  }

  @Override
  public String toString() {
    return "LockedHotkey[" + encryption.title() + "]";
  }
}
