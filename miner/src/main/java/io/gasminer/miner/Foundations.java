package io.gasminer.miner;

import io.gasminer.bittensor.epistula.EpistulaSigner;
import io.gasminer.bittensor.wallet.Hotkey;
import io.gasminer.miner.chain.ChainView;
import io.gasminer.miner.chain.ValidatorRegistry;
import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.delivery.Backoff;
import io.gasminer.miner.delivery.Courier;
import io.gasminer.miner.delivery.EgressGuard;
import io.gasminer.miner.delivery.Resolver;
import io.gasminer.miner.delivery.WebhookStats;
import io.gasminer.miner.events.ChainEvents;
import io.gasminer.miner.events.MinerEvents;
import io.gasminer.miner.events.ProviderEvents;
import io.gasminer.miner.generation.GenerationProvider;
import io.gasminer.miner.generation.http.Surroundings;
import io.gasminer.miner.generation.rack.ProviderRack;
import io.gasminer.miner.generation.sandbox.SandboxProvider;
import io.gasminer.miner.provenance.ProvenanceGate;
import io.gasminer.miner.task.Pause;
import io.gasminer.miner.wallet.HotkeyLoading;
import io.gasminer.miner.wallet.Prompt;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Owns what the miner stands on before it opens its store and its port.
 *
 * @param chain empty where a file stands for it
 */
record Foundations(
    Hotkey hotkey,
    ValidatorRegistry registry,
    Optional<ChainView> chain,
    ChainEvents chainEvents,
    ProviderRack rack,
    ProvenanceGate gate,
    Courier courier,
    WebhookStats stats,
    InstantSource clock) {
  private static final Duration LONGEST_PAUSE_BETWEEN_DELIVERIES = Duration.ofMinutes(2);

  /** What is taken from the process. */
  record Around(InstantSource clock, Pause pause, SecureRandom random) {}

  /** What stands by itself: nobody but this machine was asked for it. */
  record Groundwork(
      Hotkey hotkey, Optional<SandboxProvider> sandbox, ProviderRack rack, EgressGuard guard) {}

  /** What laying them ended in. */
  sealed interface Outcome {
    record Laid(Foundations foundations) implements Outcome {}

    /** All that is wrong, so that one more start is enough. */
    record Faulty(List<String> problems, int exitCode) implements Outcome {}
  }

  /**
   * What stands by itself, before anybody else is asked; empty where a problem was added.
   *
   * @param notes takes what the operator should know but need not act on today
   */
  static Optional<Groundwork> dig(
      MinerConfig config,
      Around around,
      Prompt prompt,
      List<String> problems,
      Consumer<String> notes) {
    boolean room = RoomCheck.usual().look(config.storage(), problems);
    Optional<Hotkey> hotkey =
        new HotkeyLoading(config.chain().wallet(), prompt, notes).load(problems);
    if (!room && config.services().usesSandbox()) {
      // The sandbox, which writes to the state folder, would say the same again.
      return Optional.empty();
    }
    Optional<SandboxProvider> sandbox = sandbox(config, around, problems);
    Optional<ProviderRack> rack = rack(config, sandbox, around, problems, notes);
    Optional<EgressGuard> guard = guard(config, problems);
    return !problems.isEmpty() || hotkey.isEmpty() || rack.isEmpty() || guard.isEmpty()
        ? Optional.empty()
        : Optional.of(new Groundwork(hotkey.get(), sandbox, rack.get(), guard.get()));
  }

  static Outcome lay(MinerConfig config, InstantSource clock, Pause pause, MinerEvents events) {
    List<String> problems = new ArrayList<>();
    Around around = new Around(clock, pause, new SecureRandom());
    return dig(config, around, Prompt.terminal(), problems, events::note)
        .map(ground -> lay(config, ground, around, events))
        .orElseGet(() -> new Outcome.Faulty(problems, Miner.RESTART_WILL_NOT_HELP));
  }

  private static Outcome lay(
      MinerConfig config, Groundwork ground, Around around, MinerEvents events) {
    InstantSource clock = around.clock();
    SecureRandom random = around.random();
    Hotkey hotkey = ground.hotkey();
    ChainEvents chainEvents = new ChainEvents(clock);
    Registries.Around asking = new Registries.Around(clock, around.pause(), random);
    return switch (Registries.open(config, hotkey, asking, events, chainEvents)) {
      case Registries.Outcome.Refused(String problem, int exitCode) ->
          new Outcome.Faulty(List.of(problem), exitCode);
      case Registries.Outcome.Opened(ValidatorRegistry registry, Optional<ChainView> chain) -> {
        WebhookStats stats = new WebhookStats();
        yield new Outcome.Laid(
            new Foundations(
                hotkey,
                registry,
                chain,
                chainEvents,
                ground.rack(),
                Trust.gate(ground.sandbox().map(SandboxProvider::authority), clock),
                courier(config, hotkey, ground.guard(), stats, clock, random),
                stats,
                clock));
      }
    };
  }

  private static Courier courier(
      MinerConfig config,
      Hotkey hotkey,
      EgressGuard guard,
      WebhookStats stats,
      InstantSource clock,
      SecureRandom random) {
    return new Courier(
        guard,
        new EpistulaSigner(hotkey, clock, () -> UUID.randomUUID().toString()),
        stats,
        new Backoff(config.delivery().firstRetryDelay(), LONGEST_PAUSE_BETWEEN_DELIVERIES),
        config.delivery().timeout(),
        clock,
        random);
  }

  private static Optional<SandboxProvider> sandbox(
      MinerConfig config, Around around, List<String> problems) {
    if (!config.services().usesSandbox()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          SandboxProvider.open(
              config.storage().stateDir(),
              new SandboxProvider.Conduct(
                  config.services().sandboxLatency(), config.services().sandboxFailureRate()),
              around.clock(),
              around.random(),
              around.pause()));
    } catch (IOException notWritable) {
      problems.add(
          "the sandbox cannot write to "
              + config.storage().stateDir()
              + " ("
              + notWritable.getMessage()
              + "); set MINER_STATE_DIR to a folder of this user");
      return Optional.empty();
    }
  }

  private static Optional<ProviderRack> rack(
      MinerConfig config,
      Optional<SandboxProvider> sandbox,
      Around around,
      List<String> problems,
      Consumer<String> notes) {
    Surroundings surroundings =
        new Surroundings(around.clock(), around.pause(), Resolver.system(), new ProviderEvents());
    List<GenerationProvider> extra = sandbox.<GenerationProvider>map(p -> p).stream().toList();
    return switch (ProviderRack.fill(config.services(), extra, surroundings, around.random())) {
      case ProviderRack.Outcome.Problems(List<String> found) -> {
        problems.addAll(found);
        yield Optional.empty();
      }
      case ProviderRack.Outcome.Filled(ProviderRack rack) -> {
        rack.notes().forEach(notes);
        yield Optional.of(rack);
      }
    };
  }

  private static Optional<EgressGuard> guard(MinerConfig config, List<String> problems) {
    try {
      return Optional.of(
          EgressGuard.allowing(Resolver.system(), config.delivery().allowedNetworks()));
    } catch (IllegalArgumentException notANetwork) {
      problems.add(String.valueOf(notANetwork.getMessage()));
      return Optional.empty();
    }
  }
}
