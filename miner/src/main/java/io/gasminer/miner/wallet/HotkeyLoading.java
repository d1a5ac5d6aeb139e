package io.gasminer.miner.wallet;

import io.gasminer.bittensor.ss58.Ss58Address;
import io.gasminer.bittensor.wallet.Hotkey;
import io.gasminer.bittensor.wallet.HotkeyFile;
import io.gasminer.bittensor.wallet.HotkeyFile.Loaded;
import io.gasminer.bittensor.wallet.LockedHotkey;
import io.gasminer.bittensor.wallet.LooseMode;
import io.gasminer.miner.config.WalletSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Owns the loading of the hotkey that signs, and what the operator is told when it cannot.
 *
 * @param notes takes what the operator should know but need not act on today
 */
public record HotkeyLoading(WalletSettings wallet, Prompt prompt, Consumer<String> notes) {
  private static final int TRIES = 3;

  /** The hotkey, or empty with the problem added. */
  public Optional<Hotkey> load(List<String> problems) {
    LooseMode.of(wallet.hotkeyFile()).ifPresent(mode -> notes.accept(mode.advice()));
    return of(HotkeyFile.load(wallet.hotkeyFile()), problems);
  }

  private Optional<Hotkey> of(Loaded loaded, List<String> problems) {
    return switch (loaded) {
      case Loaded.Signing(Hotkey hotkey, List<String> warnings) -> {
        warnings.forEach(text -> notes.accept(named("contradicts itself: " + text)));
        yield Optional.of(hotkey);
      }
      case Loaded.Encrypted(LockedHotkey locked) -> unlocked(locked, problems);
      case Loaded.AddressOnly(Ss58Address address) ->
          fault(
              problems,
              "holds only the address "
                  + address
                  + ", so it cannot sign; copy the hotkey's own file to this machine");
      case Loaded.Ed25519() ->
          fault(
              problems,
              "holds an ed25519 key (cryptoType 0), and validators verify sr25519 alone, so no"
                  + " request that it signs is accepted; make another hotkey (gascli wallet"
                  + " new-hotkey) and register that");
      case Loaded.Missing(Path path) ->
          fault(
              problems,
              "does not exist; set BT_WALLET_NAME, BT_WALLET_HOTKEY and BT_WALLET_PATH, or make"
                  + " the hotkey (gascli wallet new-hotkey)");
      case Loaded.Damaged(String reason) -> fault(problems, "cannot be used: " + reason);
    };
  }

  private Optional<Hotkey> unlocked(LockedHotkey locked, List<String> problems) {
    PasswordSource source = PasswordSource.of(wallet, prompt);
    String form = "is encrypted (" + locked.encryption().title() + ")";
    for (int left = TRIES - 1; ; left--) {
      switch (source.find("Password of the hotkey " + wallet.hotkey())) {
        case PasswordSource.Found.Nowhere() -> {
          return fault(
              problems,
              form
                  + ", and no password is set; put it into a file of mode 0600 and name that in"
                  + " BT_WALLET_PASSWORD_FILE, or set BT_WALLET_PASSWORD, or start the miner in a"
                  + " terminal, which asks for it");
        }
        case PasswordSource.Found.Unusable(String reason) -> {
          return fault(
              problems,
              form + ", and BT_WALLET_PASSWORD_FILE names a file that " + reason + "; mend it");
        }
        case PasswordSource.Found.Given given -> {
          given.warning().ifPresent(notes);
          LockedHotkey.Unlocking unlocking;
          try (var password = given.password()) {
            unlocking = locked.unlock(password);
          }
          if (unlocking instanceof LockedHotkey.Unlocking.WrongPassword
              && given.typed()
              && left > 0) {
            notes.accept("this is not the password of the hotkey " + wallet.hotkey());
            continue;
          }
          return opened(unlocking, form, problems);
        }
      }
    }
  }

  private Optional<Hotkey> opened(
      LockedHotkey.Unlocking unlocking, String form, List<String> problems) {
    return switch (unlocking) {
      case LockedHotkey.Unlocking.Unlocked(Loaded inside) -> of(inside, problems);
      case LockedHotkey.Unlocking.WrongPassword() ->
          fault(
              problems,
              form
                  + ", and the password does not open it: it is another one, or the file has"
                  + " changed since it was written; try it with gascli wallet show --unlock, and"
                  + " correct BT_WALLET_PASSWORD_FILE or BT_WALLET_PASSWORD");
      case LockedHotkey.Unlocking.Broken(String reason) ->
          fault(
              problems,
              form
                  + " and damaged: "
                  + reason
                  + "; restore it from a copy, or from the phrase (gascli wallet regen-hotkey)");
      case LockedHotkey.Unlocking.NoMemory(String reason) ->
          fault(
              problems,
              form
                  + " and cannot be opened here: "
                  + reason
                  + "; give it more, or use a hotkey file without a password (gascli wallet"
                  + " regen-hotkey)");
    };
  }

  private Optional<Hotkey> fault(List<String> problems, String what) {
    problems.add(named(what));
    return Optional.empty();
  }

  private String named(String what) {
    return "the hotkey file " + wallet.hotkeyFile() + " " + what;
  }
}
