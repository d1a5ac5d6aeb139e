package io.gasminer.gascli.setup;

import io.gasminer.bittensor.ss58.Ss58Address;
import io.gasminer.bittensor.wallet.HotkeyFile;
import io.gasminer.bittensor.wallet.HotkeyFile.Loaded;
import io.gasminer.bittensor.wallet.WalletFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Owns the list of the wallets and hotkeys below a folder, as far as it can be seen unlocked. */
final class KnownWallets {
  private static final int MOST = 50;

  private KnownWallets() {}

  /**
   * One hotkey.
   *
   * @param form its address, or why it cannot be told
   */
  record Known(String wallet, String hotkey, String form) {}

  /** In the order of their names, at most fifty. */
  static List<Known> below(Path folder) {
    List<Known> found = new ArrayList<>();
    for (Path wallet : children(folder)) {
      for (Path file : children(wallet.resolve("hotkeys"))) {
        String name = file.getFileName().toString();
        if (found.size() < MOST
            && Files.isRegularFile(file)
            && WalletFolder.isName(name)
            && !name.endsWith("pub.txt")) {
          found.add(new Known(wallet.getFileName().toString(), name, form(wallet, name)));
        }
      }
    }
    return found;
  }

  private static String form(Path wallet, String hotkey) {
    WalletFolder folder = new WalletFolder(wallet);
    return switch (HotkeyFile.load(folder.hotkey(hotkey))) {
      case Loaded.Signing signing -> signing.hotkey().address().toString();
      case Loaded.Encrypted _ -> "encrypted" + stated(folder, hotkey);
      case Loaded.AddressOnly(Ss58Address address) -> address + ", no secret: cannot sign";
      case Loaded.Ed25519 _ -> "ed25519: cannot serve";
      case Loaded.Missing _, Loaded.Damaged _ -> "damaged";
    };
  }

  private static String stated(WalletFolder folder, String hotkey) {
    return HotkeyFile.load(folder.hotkeyPublic(hotkey)) instanceof Loaded.AddressOnly(var address)
        ? ", " + address
        : "";
  }

  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().limit(1_000).toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
