package io.gasminer.gascli.setup;

import io.gasminer.bittensor.wallet.WalletFolder;
import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.config.Secret;
import io.gasminer.miner.wallet.Prompt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Owns the checking of a whole draft at once, for where nobody is asked.
 *
 * @param prompt asks for a password that no setting gives
 */
record Survey(Draft draft, Checks checks, Prompt prompt) {
  /** Everything that was found, in the order of the questions. */
  List<Finding> findings() {
    List<Finding> found = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    MinerConfig.Chain chain = draft.chain(problems);
    problems.forEach(problem -> found.add(new Finding.Wrong(problem)));
    if (!chain.endpoints().isEmpty()) {
      found.add(checks.chain(chain));
    }
    wallet(chain, found);
    ServiceRules.objection(draft).ifPresent(words -> found.add(new Finding.Wrong(words)));
    keys(found);
    if (problems.isEmpty() && Numbers.within(draft.value("BT_AXON_PORT"), 1, 65_535)) {
      int port = chain.listening().port();
      found.add(checks.port(chain.listening().address(), port));
      found.add(checks.externalAddress(draft.given("BT_AXON_EXTERNAL_IP"), port));
    }
    found.add(checks.folder(draft.path(draft.value("MINER_OUTPUT_DIR"))));
    return found;
  }

  private void wallet(MinerConfig.Chain chain, List<Finding> found) {
    for (String setting : List.of("BT_WALLET_NAME", "BT_WALLET_HOTKEY")) {
      if (!WalletFolder.isName(draft.value(setting))) {
        found.add(
            new Finding.Wrong(
                setting + " is no name; use letters, digits, and . _ - @ after the first"));
        return;
      }
    }
    Checks.WalletLook look = checks.wallet(draft.wallet(), prompt);
    found.add(look.finding());
    if (!chain.endpoints().isEmpty()) {
      look.hotkey().ifPresent(hotkey -> found.add(checks.registration(chain, hotkey)));
    }
  }

  private void keys(List<Finding> found) {
    ServiceChoices.needed(draft)
        .forEach(
            provider -> {
              Optional<Secret> key = draft.secret(provider.keySetting());
              // That it is missing is said by whoever loads the settings.
              key.ifPresent(
                  secret ->
                      found.add(
                          draft
                              .base(provider.baseSetting())
                              .map(base -> checks.key(provider, base, secret))
                              .orElseGet(
                                  () ->
                                      new Finding.Wrong(
                                          provider.baseSetting()
                                              + " is no http or https address"))));
            });
  }
}
