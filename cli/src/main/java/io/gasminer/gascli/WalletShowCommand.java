package io.gasminer.gascli;

import io.gasminer.bittensor.ss58.Ss58Address;
import io.gasminer.bittensor.wallet.Hotkey;
import io.gasminer.bittensor.wallet.HotkeyFile;
import io.gasminer.bittensor.wallet.HotkeyFile.Loaded;
import io.gasminer.bittensor.wallet.LooseMode;
import io.gasminer.miner.config.WalletSettings;
import io.gasminer.miner.wallet.HotkeyLoading;
import io.gasminer.miner.wallet.Prompt;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Shows what a hotkey's file is and whether it can sign; never a secret. */
@Command(
    name = "show",
    description = {
      "Show the hotkey's file, its form and its address",
      "",
      "Ends with 0 when the hotkey can sign, if need be with its password, and 2 when it cannot."
          + " --unlock tries the password that the miner would take (BT_WALLET_PASSWORD,"
          + " BT_WALLET_PASSWORD_FILE, else it asks)."
    },
    footer = {
      "",
      "Examples:",
      "  gascli wallet show",
      "  gascli wallet show --wallet.name miner1 --wallet.hotkey default",
      "  gascli wallet show --unlock"
    },
    mixinStandardHelpOptions = true)
final class WalletShowCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private WalletOptions options = new WalletOptions();

  @Option(names = "--unlock", description = "open an encrypted hotkey, to see that it does")
  private boolean unlock;

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  @Override
  public Integer call() {
    WalletSettings wallet = options.settings(spec);
    List<String> notes = new ArrayList<>();
    LooseMode.of(wallet.hotkeyFile()).ifPresent(mode -> notes.add(mode.advice()));
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put("wallet", wallet.folder().path().toString());
    rows.put("hotkey", wallet.hotkeyFile().toString());
    boolean signs = describe(HotkeyFile.load(wallet.hotkeyFile()), wallet, rows, notes);
    LooseMode.permissions(wallet.hotkeyFile()).ifPresent(mode -> rows.put("mode", mode));
    if (HotkeyFile.load(wallet.folder().coldkeyPublic())
        instanceof Loaded.AddressOnly(Ss58Address coldkey)) {
      rows.put("coldkey", coldkey.toString());
    }
    print(rows, notes);
    return signs ? 0 : GasCli.WRONG_USE;
  }

  private boolean describe(
      Loaded loaded, WalletSettings wallet, Map<String, String> rows, List<String> notes) {
    return switch (loaded) {
      case Loaded.Signing(Hotkey hotkey, List<String> warnings) -> {
        warnings.forEach(text -> notes.add("the file contradicts itself: " + text));
        rows.put("form", "plain");
        address(rows, hotkey.address());
        rows.put("can sign", "yes");
        yield true;
      }
      case Loaded.Encrypted(var locked) -> {
        rows.put("form", "encrypted with " + locked.encryption().title());
        yield unlock ? opened(wallet, rows, notes) : locked(wallet, rows, notes);
      }
      case Loaded.AddressOnly(Ss58Address address) -> {
        rows.put("form", "address only");
        address(rows, address);
        rows.put("can sign", "no: the file holds no secret");
        yield false;
      }
      case Loaded.Ed25519() ->
          cannot(rows, "ed25519", "no: validators verify sr25519 alone, and this is ed25519");
      case Loaded.Missing(var path) ->
          cannot(rows, "missing", "no: there is no such file (gascli wallet new-hotkey)");
      case Loaded.Damaged(String reason) -> cannot(rows, "damaged", "no: " + reason);
    };
  }

  private static boolean cannot(Map<String, String> rows, String form, String why) {
    rows.put("form", form);
    rows.put("can sign", why);
    return false;
  }

  private static boolean locked(
      WalletSettings wallet, Map<String, String> rows, List<String> notes) {
    // Only the file beside it tells the address of what is locked.
    if (HotkeyFile.load(wallet.folder().hotkeyPublic(wallet.hotkey()))
        instanceof Loaded.AddressOnly(Ss58Address stated)) {
      address(rows, stated);
      notes.add("the address is the one in " + wallet.hotkey() + "pub.txt; --unlock compares");
    }
    rows.put("can sign", "with its password (--unlock tries it)");
    return true;
  }

  private boolean opened(WalletSettings wallet, Map<String, String> rows, List<String> notes) {
    List<String> problems = new ArrayList<>();
    Optional<Hotkey> hotkey =
        new HotkeyLoading(wallet, Prompt.terminal(), notes::add).load(problems);
    hotkey.ifPresent(key -> address(rows, key.address()));
    if (hotkey.isPresent()
        && HotkeyFile.load(wallet.folder().hotkeyPublic(wallet.hotkey()))
            instanceof Loaded.AddressOnly(Ss58Address stated)
        && !stated.equals(hotkey.get().address())) {
      notes.add(wallet.hotkey() + "pub.txt names another address: " + stated);
    }
    rows.put(
        "can sign",
        hotkey.isPresent() ? "yes, the password fits" : "no: " + String.join("; ", problems));
    return hotkey.isPresent();
  }

  private static void address(Map<String, String> rows, Ss58Address address) {
    rows.put("ss58", address.toString());
    rows.put("public key", "0x" + address.hex());
  }

  private void print(Map<String, String> rows, List<String> notes) {
    PrintWriter out = spec.commandLine().getOut();
    List<String> distinct = notes.stream().distinct().toList();
    if (json) {
      Map<String, Object> all = new LinkedHashMap<>();
      rows.forEach((label, value) -> all.put(label.replace(' ', '_'), value));
      all.put("notes", distinct);
      out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all));
    } else {
      rows.forEach((label, value) -> out.printf("%-11s %s%n", label + ":", value));
      distinct.forEach(note -> out.println("Note: " + note));
    }
    out.flush();
  }
}
