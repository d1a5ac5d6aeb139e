package io.gasminer.gascli.doctor;

import io.gasminer.gascli.probe.Balance;
import io.gasminer.gascli.probe.KeyAnswer;
import io.gasminer.gascli.probe.KeyProbe;
import java.util.List;
import java.util.Optional;

/** Whether a provider accepts the key, and how much it still pays for; nothing is bought. */
record KeyCheck(ProviderKey key, KeyProbe probe) implements Check {
  private static final String CREDITS = "buy credits at ";

  @Override
  public String subject() {
    return "key " + name();
  }

  @Override
  public List<Finding> look() {
    return List.of(
        switch (probe.ask(key.provider(), key.base(), key.key())) {
          case KeyAnswer.Accepted(Optional<Balance> left) ->
              left.map(this::accepted).orElseGet(this::acceptedWithoutAmount);
          case KeyAnswer.NoCredit(String reason) -> broke(name() + " " + reason);
          case KeyAnswer.Refused(String reason) ->
              refused(name() + " does not accept " + setting() + " (it " + reason + ")");
          case KeyAnswer.Malformed _ ->
              refused(setting() + " holds a blank or a letter that no key has");
          case KeyAnswer.Unknown(String reason, boolean mayPass) ->
              mayPass ? away(name() + " " + reason) : unasked(reason);
        });
  }

  private Finding acceptedWithoutAmount() {
    return new Finding.Ok(
        setting() + " is accepted" + (key.provider().tellsBalance() ? "; no limit is told" : ""));
  }

  private Finding accepted(Balance left) {
    String what = setting() + " is accepted; " + left.words() + " are left";
    if (!key.used() || !left.isLittle()) {
      return new Finding.Ok(what);
    }
    return left.isSpent()
        ? broke(what)
        : new Finding.Warning(
            what,
            "they last for a few results only, and then every challenge fails",
            CREDITS + name() + ", or raise the limit of the key");
  }

  private Finding broke(String what) {
    return failure(what, "nothing can be bought", CREDITS + name(), false);
  }

  private Finding refused(String what) {
    return failure(
        what,
        "every challenge that needs it fails",
        "make a new key at " + name() + " and put it into " + setting(),
        false);
  }

  private Finding away(String what) {
    return failure(
        what,
        "whether it accepts " + setting() + " is not known",
        "look at this machine's network and at the provider's status page",
        true);
  }

  private Finding unasked(String reason) {
    return new Finding.Warning(
        name() + " at " + key.base() + " " + reason,
        "whether it accepts the key is not known; a gateway may not have that question",
        "look whether the address is right; the first challenge will tell");
  }

  private Finding failure(String what, String means, String next, boolean mayPass) {
    return key.used()
        ? new Finding.Failure(what, means, next, mayPass)
        : new Finding.Warning(what, "no configured service needs it today", next);
  }

  private String name() {
    return key.provider().name();
  }

  private String setting() {
    return key.provider().keySetting();
  }
}
