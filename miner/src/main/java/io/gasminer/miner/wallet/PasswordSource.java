package io.gasminer.miner.wallet;

import io.gasminer.bittensor.wallet.LooseMode;
import io.gasminer.bittensor.wallet.Password;
import io.gasminer.miner.config.Secret;
import io.gasminer.miner.config.WalletSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Owns where a wallet's password comes from: the setting, else the file that a setting names, else
 * the person at the terminal.
 */
public record PasswordSource(Optional<Secret> given, Optional<Path> file, Prompt prompt) {
  private static final int LARGEST = 4096;

  /** The source that the settings name. */
  public static PasswordSource of(WalletSettings settings, Prompt prompt) {
    return new PasswordSource(settings.password(), settings.passwordFile(), prompt);
  }

  /** What looking for the password ended in. */
  public sealed interface Found {
    /**
     * The password, which the caller closes.
     *
     * @param typed whether a person typed it, and may try again
     * @param warning that others may read the file it stands in
     */
    record Given(Password password, boolean typed, Optional<String> warning) implements Found {}

    /** No setting names one, and nobody is there to ask. */
    record Nowhere() implements Found {}

    /** The file that BT_WALLET_PASSWORD_FILE names cannot serve. */
    record Unusable(String reason) implements Found {}
  }

  /** Looks for it, and asks that question if a person has to answer. */
  public Found find(String question) {
    if (given.isPresent()) {
      return typed(given.get().reveal().toCharArray(), false, Optional.empty());
    }
    if (file.isPresent()) {
      return read(file.get());
    }
    return prompt
        .ask(question)
        .map(characters -> typed(characters, true, Optional.empty()))
        .orElseGet(Found.Nowhere::new);
  }

  private static Found read(Path path) {
    Optional<String> warning =
        LooseMode.of(path)
            .map(
                loose ->
                    "others on this machine may read %s (%s), where the wallet's password is. Next step: chmod 600 %s"
                        .formatted(path, loose.mode(), path));
    try (InputStream content = Files.newInputStream(path)) {
      byte[] bytes = content.readNBytes(LARGEST + 1);
      try {
        return bytes.length > LARGEST
            ? new Found.Unusable("is larger than 4 KiB, so it is no file with a password")
            : firstLine(bytes, warning);
      } finally {
        Arrays.fill(bytes, (byte) 0);
      }
    } catch (CharacterCodingException notUtf8) {
      return new Found.Unusable("is not UTF-8");
    } catch (IOException unreadable) {
      return new Found.Unusable("cannot be read (" + unreadable.getClass().getSimpleName() + ")");
    }
  }

  private static Found firstLine(byte[] bytes, Optional<String> warning)
      throws CharacterCodingException {
    CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    int end = 0;
    while (end < text.length() && text.get(end) != '\n' && text.get(end) != '\r') {
      end++;
    }
    char[] line = new char[end];
    text.get(0, line);
    Arrays.fill(text.array(), '\0');
    return end == 0
        ? new Found.Unusable("begins with an empty line, where the password belongs")
        : typed(line, false, warning);
  }

  private static Found typed(char[] characters, boolean byHand, Optional<String> warning) {
    return new Found.Given(Password.of(characters), byHand, warning);
  }
}
