package io.gasminer.gascli;

import io.gasminer.gascli.process.Account;
import io.gasminer.gascli.process.Healing;
import io.gasminer.gascli.process.Launch;
import io.gasminer.gascli.process.ProgressLine;
import io.gasminer.gascli.process.Supervision;
import io.gasminer.miner.Readiness;
import io.gasminer.miner.config.ConfigLoader;
import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.events.Logs;
import io.gasminer.miner.http.MinerHttpServer;
import io.gasminer.miner.task.Pause;
import io.gasminer.miner.wallet.HotkeyLoading;
import io.gasminer.miner.wallet.Prompt;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Owns the way from chosen settings to a miner that answers in the background: look first, then
 * start, then wait.
 *
 * @param longest how long the miner may take to answer
 */
record BackgroundStart(CommandLine line, StartWords words, Duration longest) {
  /**
   * Starts it and says what came of it.
   *
   * @param password of the hotkey, where it is known already
   * @param portIsOurs whether the port is still taken by the miner that is replaced
   */
  int start(ChosenSettings chosen, Optional<String> password, boolean portIsOurs)
      throws InterruptedException {
    return switch (look(chosen, password, portIsOurs)) {
      case Looked.Wrong(List<String> problems) -> words.refused(problems);
      case Looked.Right right -> launch(chosen, right);
    };
  }

  /** What looking first ended in. */
  sealed interface Looked {
    /** It can be started. */
    record Right(MinerConfig config, String hotkey, Optional<String> password) implements Looked {}

    /** It cannot. */
    record Wrong(List<String> problems) implements Looked {}
  }

  /** Asks all that can be asked before anything is started or stopped. */
  Looked look(ChosenSettings chosen, Optional<String> password, boolean portIsOurs) {
    Settled settled = Settled.at(chosen.file());
    TypedPassword typed = new TypedPassword(Prompt.terminal(), password);
    settled.looseMode().ifPresent(words::note);
    return switch (settled.load(chosen.flags())) {
      case ConfigLoader.Outcome.Problems(List<String> problems, var _) ->
          new Looked.Wrong(withTheRest(problems, settled, chosen, portIsOurs));
      case ConfigLoader.Outcome.Loaded(MinerConfig config) ->
          switch (Readiness.of(config, typed, words::note, portIsOurs)) {
            case Readiness.Outcome.NotReady(List<String> problems) -> new Looked.Wrong(problems);
            case Readiness.Outcome.Ready(var hotkey) ->
                new Looked.Right(config, hotkey.toString(), typed.last());
          };
    };
  }

  // Wallet and port can be asked for while other settings are wrong, so that one more start is
  // enough; nobody types a password for a start that cannot be.
  private List<String> withTheRest(
      List<String> problems, Settled settled, ChosenSettings chosen, boolean portIsOurs) {
    List<String> all = new ArrayList<>(problems);
    CommandSpec command = line.getCommandSpec();
    new HotkeyLoading(settled.wallet(command, chosen.flags()), Prompt.nobody(), words::note)
        .load(all);
    try {
      MinerConfig.Listening listening = settled.chain(command, chosen.flags()).listening();
      if (!portIsOurs) {
        MinerHttpServer.problem(listening.address(), listening.port()).ifPresent(all::add);
      }
    } catch (ParameterException saidAlready) {
      // What is wrong with these rows is among the problems.
    }
    return all;
  }

  /** Starts what was looked at. */
  int launch(ChosenSettings chosen, Looked.Right right) throws InterruptedException {
    MinerConfig config = right.config();
    MinerConfig.Listening listening = config.chain().listening();
    try {
      int port = listening.port() == 0 ? freePort() : listening.port();
      ChosenSettings handedOn = listening.port() == 0 ? chosen.onPort(port) : chosen;
      Launch launch =
          new Launch(
              config.storage().stateDir(),
              handedOn.arguments(),
              listening.address(),
              port,
              Logs.file(config.storage().outputDir()));
      return words.arrived(launch.start(right.password(), waiting()), Optional.of(right.hotkey()));
    } catch (IOException cannot) {
      return words.refused(
          List.of(
              "the background process cannot be started ("
                  + cannot.getMessage()
                  + "); look at the state folder "
                  + config.storage().stateDir()));
    }
  }

  // Any free port is one that stays the same over restarts.
  private static int freePort() throws IOException {
    try (ServerSocket trial = new ServerSocket(0)) {
      return trial.getLocalPort();
    }
  }

  /** Says that one runs already, and waits where it has only just been started again. */
  int already(Healing.Outcome found) throws InterruptedException {
    Supervision now = found.supervision();
    Optional<Account> account = now.account();
    if (account.filter(told -> told.state() == Account.State.RUNNING).isPresent()
        && now.miner().isPresent()) {
      return words.already(found);
    }
    words.healed(found);
    Account.Serving serving =
        account
            .map(Account::serving)
            .orElse(new Account.Serving(List.of(), "127.0.0.1", 0, now.processLog()));
    Launch launch =
        new Launch(now.stateDir(), List.of(), serving.host(), serving.port(), serving.logFile());
    return words.arrived(launch.join(waiting()), Optional.empty());
  }

  private Launch.Waiting waiting() {
    return new Launch.Waiting(
        longest,
        new ProgressLine(line.getOut(), Prompt.console().isPresent()),
        InstantSource.system(),
        Pause.real());
  }
}
