package io.gasminer.gascli.setup;

import io.gasminer.bittensor.ss58.Ss58Address;
import io.gasminer.bittensor.wallet.HotkeyFile;
import io.gasminer.bittensor.wallet.WalletFolder;
import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.config.WalletSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Owns the question for the hotkey: one that is there, another one, or a new one. */
final class WalletStep implements Step {
  private static final String OTHER = "other";
  private static final String NEW = "new";

  private final HotkeyMaker maker;

  WalletStep(HotkeyMaker maker) {
    this.maker = maker;
  }

  @Override
  public boolean answered(Desk desk) {
    desk.heading(2, "Wallet");
    while (true) {
      if (!picked(desk)) {
        return false;
      }
      Desk.Outcome settled = tried(desk);
      if (settled != Desk.Outcome.AGAIN) {
        return settled == Desk.Outcome.KEPT;
      }
    }
  }

  private boolean picked(Desk desk) {
    Path folder = desk.draft().path(desk.draft().value("BT_WALLET_PATH"));
    List<Question.Choice> choices = new ArrayList<>();
    for (KnownWallets.Known known : KnownWallets.below(folder)) {
      choices.add(new Question.Choice(known.wallet() + "/" + known.hotkey(), known.form()));
    }
    String configured =
        desk.draft().value("BT_WALLET_NAME") + "/" + desk.draft().value("BT_WALLET_HOTKEY");
    String standard =
        choices.stream()
            .map(Question.Choice::value)
            .filter(configured::equals)
            .findFirst()
            .orElse(choices.isEmpty() ? NEW : choices.getFirst().value());
    choices.add(new Question.Choice(OTHER, "type the names"));
    choices.add(new Question.Choice(NEW, "make a hotkey"));
    Optional<String> picked =
        desk.interview()
            .pick(new Question.Pick("Which hotkey signs? (" + folder + ")", choices, standard));
    if (picked.isEmpty()) {
      return false;
    }
    return switch (picked.get()) {
      case OTHER -> named(desk);
      case NEW -> named(desk) && made(desk);
      default -> {
        String[] names = picked.get().split("/", 2);
        desk.draft().answer("BT_WALLET_NAME", names[0]);
        desk.draft().answer("BT_WALLET_HOTKEY", names[1]);
        yield true;
      }
    };
  }

  private static boolean named(Desk desk) {
    for (String setting : List.of("BT_WALLET_NAME", "BT_WALLET_HOTKEY")) {
      Optional<String> name =
          desk.interview()
              .line(
                  new Question.Line(
                      setting.endsWith("NAME") ? "Name of the wallet" : "Name of the hotkey",
                      Optional.of(desk.draft().value(setting)),
                      typed ->
                          WalletFolder.isName(typed)
                              ? Optional.empty()
                              : Optional.of("use letters, digits, and . _ - @ after the first")));
      if (name.isEmpty()) {
        return false;
      }
      desk.draft().answer(setting, name.get());
    }
    return true;
  }

  // That it could not be made shows when it is tried, and was said.
  private boolean made(Desk desk) {
    Optional<Boolean> encrypted =
        desk.interview().agree(new Question.Agree("Encrypt it with a password?", false));
    encrypted.ifPresent(yes -> maker.make(desk.draft().wallet(), yes));
    return encrypted.isPresent();
  }

  private static Desk.Outcome tried(Desk desk) {
    if (isLocked(desk.draft().wallet()) && !PasswordQuestion.answered(desk)) {
      return Desk.Outcome.LEFT;
    }
    Checks.WalletLook look = desk.checks().wallet(desk.draft().wallet(), desk.asker()::secret);
    Desk.Outcome settled = desk.settle(look.finding());
    if (settled != Desk.Outcome.KEPT || look.hotkey().isEmpty()) {
      return settled;
    }
    Ss58Address hotkey = look.hotkey().get();
    List<String> known = new ArrayList<>();
    MinerConfig.Chain chain = desk.draft().chain(known);
    return chain.endpoints().isEmpty()
        ? settled
        : desk.settle(
            "asking whether it is registered", () -> desk.checks().registration(chain, hotkey));
  }

  static boolean isLocked(WalletSettings wallet) {
    return HotkeyFile.load(wallet.hotkeyFile()) instanceof HotkeyFile.Loaded.Encrypted;
  }
}
