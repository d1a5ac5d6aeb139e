package io.gasminer.miner;

import io.gasminer.bittensor.ss58.Ss58Address;
import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.http.MinerHttpServer;
import io.gasminer.miner.task.Pause;
import io.gasminer.miner.wallet.Prompt;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Owns the questions that a start asks of this machine before it begins: folders, hotkey, services,
 * port. They are the miner's own, so that whoever asks first hears what the miner would say.
 */
public final class Readiness {
  private Readiness() {}

  /** The answers. */
  public sealed interface Outcome {
    /** The miner can start, as far as this machine can tell. */
    record Ready(Ss58Address hotkey) implements Outcome {}

    /** All that is wrong, each with what to do; starting without a change will not help. */
    record NotReady(List<String> problems) implements Outcome {}
  }

  /**
   * Asks; no port stays open, and nobody on the network is asked.
   *
   * @param prompt where the password of an encrypted hotkey comes from when no setting names one
   * @param notes takes at once what the operator should know but need not act on today
   * @param portIsOurs whether the miner that has the port now is the one that will be replaced
   */
  public static Outcome of(
      MinerConfig config, Prompt prompt, Consumer<String> notes, boolean portIsOurs) {
    List<String> problems = new ArrayList<>();
    config.notes().forEach(notes);
    var ground =
        Foundations.dig(
            config,
            new Foundations.Around(InstantSource.system(), Pause.real(), new SecureRandom()),
            prompt,
            problems,
            notes);
    MinerConfig.Listening listening = config.chain().listening();
    if (!portIsOurs) {
      MinerHttpServer.problem(listening.address(), listening.port()).ifPresent(problems::add);
    }
    return ground.isPresent() && problems.isEmpty()
        ? new Outcome.Ready(ground.get().hotkey().address())
        : new Outcome.NotReady(List.copyOf(problems));
  }
}
