package io.gasminer.gascli;

import io.gasminer.bittensor.wallet.NewHotkey;
import io.gasminer.bittensor.wallet.Password;
import io.gasminer.bittensor.wallet.WalletFolder;
import io.gasminer.miner.config.WalletSettings;
import io.gasminer.miner.wallet.PasswordSource;
import io.gasminer.miner.wallet.Prompt;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Owns how a hotkey that was made comes to disk: what is asked before, and what is said after. */
final class HotkeyMaking {
  private static final int SHORTEST_PASSWORD = 8;
  private static final int WORDS_IN_A_ROW = 6;

  @Option(names = "--encrypt", description = "encrypt the file with a password ($NACL)")
  private boolean encrypt;

  @Option(
      names = "--overwrite",
      description = "replace a hotkey of that name without asking; it is lost")
  private boolean overwrite;

  /** The making of one that is asked for on the way, without flags. */
  static HotkeyMaking encrypting(boolean encrypted) {
    HotkeyMaking making = new HotkeyMaking();
    making.encrypt = encrypted;
    return making;
  }

  /** Who may answer, and where is printed. */
  record Desk(WalletSettings wallet, Prompt prompt, PrintWriter out, PrintWriter err) {}

  /** Whether a file of that name may be written: there is none, or its end was agreed to. */
  boolean mayWrite(Desk desk) {
    if (overwrite || !Files.exists(desk.wallet().hotkeyFile(), LinkOption.NOFOLLOW_LINKS)) {
      return true;
    }
    Optional<char[]> answer =
        desk.prompt()
            .ask(
                "There is a hotkey in %s. If nobody has its phrase it is lost for good. Type its name, %s, to replace it"
                    .formatted(desk.wallet().hotkeyFile(), desk.wallet().hotkey()));
    boolean agreed =
        answer.isPresent() && desk.wallet().hotkey().equals(new String(answer.get()).strip());
    if (!agreed) {
      refuse(desk, "there is a hotkey already. Choose another --hotkey, or add --overwrite");
    }
    overwrite = agreed;
    return agreed;
  }

  /** Writes the hotkey; the exit code. */
  int write(Desk desk, NewHotkey hotkey, boolean showPhrase, SecureRandom random) {
    Optional<byte[]> content =
        encrypt ? encrypted(desk, hotkey, random) : Optional.of(hotkey.keyfile());
    if (content.isEmpty()) {
      return GasCli.WRONG_USE;
    }
    WalletFolder.Outcome outcome =
        desk.wallet()
            .folder()
            .write(desk.wallet().hotkey(), content.get(), hotkey.publicKeyfile(), overwrite);
    Arrays.fill(content.get(), (byte) 0);
    return switch (outcome) {
      case WalletFolder.Outcome.Exists(var file) ->
          refuse(desk, "there is a hotkey already. Choose another --hotkey, or add --overwrite");
      case WalletFolder.Outcome.Failed(String reason) ->
          refuse(desk, "the disk refuses (" + reason + "). Choose another --path, or free it");
      case WalletFolder.Outcome.Written(var file) -> {
        PrintWriter out = desk.out();
        out.println("Hotkey:  " + hotkey.hotkey().address());
        out.println("File:    " + file + (encrypt ? " (encrypted)" : " (not encrypted)"));
        if (showPhrase) {
          phrase(out, hotkey);
        }
        out.println(
            "Next step: register it on the subnet (btcli subnet register), then gascli g run");
        out.flush();
        yield 0;
      }
    };
  }

  private Optional<byte[]> encrypted(Desk desk, NewHotkey hotkey, SecureRandom random) {
    PasswordSource source = PasswordSource.of(desk.wallet(), desk.prompt());
    switch (source.find("Password for the new hotkey")) {
      case PasswordSource.Found.Nowhere() ->
          refuse(
              desk,
              "--encrypt needs a password, and nobody is there to type one. Name a file with it in"
                  + " BT_WALLET_PASSWORD_FILE");
      case PasswordSource.Found.Unusable(String reason) ->
          refuse(desk, "BT_WALLET_PASSWORD_FILE names a file that " + reason);
      case PasswordSource.Found.Given(Password password, boolean typed, var warning) -> {
        warning.ifPresent(text -> desk.err().println("Note: " + text));
        try (password) {
          if (password.length() < SHORTEST_PASSWORD) {
            refuse(desk, "the password has fewer than 8 characters. Choose a longer one");
          } else if (typed && !typedAgain(source, password)) {
            refuse(desk, "the two passwords differ. Run it again");
          } else {
            return Optional.of(hotkey.keyfile(password, random));
          }
        } catch (OutOfMemoryError refused) {
          refuse(desk, "encrypting takes 512 MiB of memory, and they are not there. Free some");
        }
      }
    }
    return Optional.empty();
  }

  private static boolean typedAgain(PasswordSource source, Password password) {
    if (source.find("The same password again")
        instanceof PasswordSource.Found.Given(Password again, var typed, var warning)) {
      try (again) {
        return password.matches(again);
      }
    }
    return false;
  }

  private static void phrase(PrintWriter out, NewHotkey hotkey) {
    char[] phrase = hotkey.phrase();
    if (phrase.length == 0) {
      out.println("There is no phrase: the file is the only copy of this key. Keep another one.");
      return;
    }
    out.println();
    out.println("Its phrase, shown this once. Write it down on paper and keep it apart:");
    out.println("whoever has it is this miner, and without it a lost file is a lost key.");
    out.print("  ");
    int words = 0;
    for (char letter : phrase) {
      boolean rowEnds = letter == ' ' && ++words % WORDS_IN_A_ROW == 0;
      out.print(rowEnds ? System.lineSeparator() + "  " : String.valueOf(letter));
    }
    Arrays.fill(phrase, '\0');
    out.println();
    out.println();
  }

  private static int refuse(Desk desk, String why) {
    desk.err()
        .println("The hotkey " + desk.wallet().hotkeyFile() + " was not written: " + why + ".");
    desk.err().flush();
    return GasCli.WRONG_USE;
  }
}
