package io.gasminer.gascli.setup;

import io.gasminer.gascli.probe.Balance;
import io.gasminer.gascli.probe.KeyAnswer;
import io.gasminer.gascli.probe.Provider;
import java.util.Optional;

/** Owns how the answer about a key is put to whoever gave it. */
final class KeyFinding {
  private KeyFinding() {}

  static Finding of(Provider provider, KeyAnswer answer) {
    String takes = provider.title() + " takes the key";
    return switch (answer) {
      case KeyAnswer.Accepted(Optional<Balance> left)
          when left.filter(Balance::isSpent).isPresent() ->
          new Finding.Doubtful(takes + ", but nothing is left on it: nothing can be bought");
      case KeyAnswer.Accepted(Optional<Balance> left) ->
          new Finding.Fine(
              takes + left.map(balance -> ", " + balance.words() + " left").orElse(""));
      case KeyAnswer.NoCredit(String reason) ->
          new Finding.Doubtful(
              takes + ", but there is no credit (it " + reason + "): nothing can be bought");
      case KeyAnswer.Refused(String reason) ->
          new Finding.Wrong(
              provider.title()
                  + " does not take the key (it "
                  + reason
                  + "); copy it again, or make another one there");
      case KeyAnswer.Malformed _ ->
          new Finding.Wrong(
              "the key holds a blank or a letter that no key has; copy it again from the provider");
      case KeyAnswer.Unknown(String reason, boolean _) ->
          new Finding.Doubtful("whether " + takes + " could not be found out: it " + reason);
    };
  }
}
