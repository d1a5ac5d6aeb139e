package io.gasminer.gascli.process;

import java.util.List;

/** What became of a miner that was started in the background. */
public sealed interface Arrival {
  /** It answers and has services. */
  record Healthy(Account account) implements Arrival {}

  /** It answers, and no service can be used: it refuses every challenge. */
  record WithoutServices(Account account) implements Arrival {}

  /** It ended and stays down; its last words say why. */
  record Ended(Account account, List<String> lastWords) implements Arrival {}

  /** It does not answer yet; its supervisor goes on trying. */
  record NotYet(Account account, List<String> lastWords) implements Arrival {}

  /** The supervisor itself did not come up. */
  record NoSupervisor(List<String> lastWords) implements Arrival {}
}
