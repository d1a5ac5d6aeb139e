package io.gasminer.gascli.doctor;

import io.gasminer.miner.config.WalletSettings;
import java.util.ArrayList;
import java.util.List;

/** Whether the hotkey can sign without anybody typing, and is its owner's alone. */
record WalletCheck(WalletSettings wallet, Shared<OwnKey> key) implements Check {
  @Override
  public String subject() {
    return "wallet";
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    OwnKey own = key.get();
    List<Finding> found = new ArrayList<>();
    for (String note : own.notes()) {
      Advice advice = Advice.of(note);
      found.add(
          new Finding.Warning(
              advice.what(),
              "whoever signs as this hotkey takes what it earns",
              advice.nextOr("compare the file with a copy")));
    }
    for (String problem : own.problems()) {
      Advice advice = Advice.of(problem);
      boolean aPersonCanHelp =
          own.locked() && wallet.password().isEmpty() && wallet.passwordFile().isEmpty();
      found.add(
          aPersonCanHelp
              ? new Finding.Warning(
                  "the hotkey "
                      + wallet.hotkey()
                      + " is encrypted, and no setting names a password",
                  "the miner starts only in a terminal, where it asks; nothing can restart it",
                  "put the password into a file of mode 0600 and name that in"
                      + " BT_WALLET_PASSWORD_FILE")
              : Finding.lasting(
                  advice.what(),
                  "the miner does not start",
                  advice.nextOr("restore the file from a copy")));
    }
    if (found.isEmpty()) {
      found.add(new Finding.Ok(sound(own)));
    }
    return found;
  }

  private String sound(OwnKey own) {
    String whose = own.address().map(Object::toString).orElse("the hotkey " + wallet.hotkey());
    if (!own.locked()) {
      return whose + " signs; its file is not encrypted, mode 0600";
    }
    return whose
        + " signs; its file is encrypted, the password comes from "
        + (wallet.password().isPresent()
            ? "BT_WALLET_PASSWORD"
            : wallet.passwordFile().map(Object::toString).orElse("the terminal"));
  }
}
