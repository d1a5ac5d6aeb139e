package io.gasminer.gascli.process;

import java.util.List;
import java.util.Optional;

/**
 * Owns what a restart keeps of the miner before.
 *
 * @param arguments what {@code generator run} was given
 * @param password of the hotkey, where a person had typed it and the system still tells
 */
public record Kept(List<String> arguments, Optional<String> password) {
  /** Of the last miner of that supervision. */
  public static Kept of(Supervision supervision) {
    return new Kept(
        supervision
            .account()
            .map(account -> MinerCommand.argumentsOf(account.serving().command()))
            .orElse(List.of()),
        supervision
            .miner()
            .flatMap(miner -> Environment.of(miner.pid()))
            .flatMap(environment -> Optional.ofNullable(environment.get(Environment.PASSWORD))));
  }

  @Override
  public String toString() {
    return "Kept[arguments=" + arguments + "]";
  }
}
