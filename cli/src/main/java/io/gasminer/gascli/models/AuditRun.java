package io.gasminer.gascli.models;

import io.gasminer.miner.audit.AuditOutcome;
import io.gasminer.miner.audit.Auditor;
import io.gasminer.miner.audit.SampleJudge;
import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.delivery.Resolver;
import io.gasminer.miner.events.ProviderEvents;
import io.gasminer.miner.explanation.SigningModels;
import io.gasminer.miner.generation.GenerationPlanner;
import io.gasminer.miner.generation.GenerationProvider;
import io.gasminer.miner.generation.http.Surroundings;
import io.gasminer.miner.generation.rack.ProviderRack;
import io.gasminer.miner.generation.sandbox.SandboxProvider;
import io.gasminer.miner.task.Pause;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Owns an audit under way: the services as the miner makes them, and the auditor before them. */
final class AuditRun {
  private final GenerationPlanner services;
  private final Auditor auditor;
  private final Duration patience;
  private final boolean again;

  private AuditRun(GenerationPlanner services, Auditor auditor, Duration patience, boolean again) {
    this.services = services;
    this.auditor = auditor;
    this.patience = patience;
    this.again = again;
  }

  /** What making ready ended in. */
  sealed interface Outcome {
    /** Ready to ask. */
    record Ready(AuditRun run) implements Outcome {}

    /** What is wrong; nothing was asked for. */
    record Problems(List<String> problems) implements Outcome {}
  }

  static Outcome prepare(
      AuditPlan plan, Market market, MinerConfig.Making making, Duration patience, boolean again) {
    InstantSource clock = InstantSource.system();
    SecureRandom random = new SecureRandom();
    Optional<SandboxProvider> sandbox = Optional.empty();
    if (plan.picks().stream().anyMatch(pick -> pick.service().equals(SandboxProvider.NAME))) {
      try {
        sandbox = Optional.of(sandbox(making, clock, random));
      } catch (IOException notWritable) {
        return new Outcome.Problems(
            List.of(
                "the sandbox cannot write to %s (%s); set MINER_STATE_DIR to a folder of this user"
                    .formatted(making.storage().stateDir(), notWritable.getMessage())));
      }
    }
    // Nothing is chosen here, so that a model can be audited that the miner would not start with.
    return switch (ProviderRack.fill(
        making.services().withoutChoice(),
        sandbox.<GenerationProvider>map(made -> made).stream().toList(),
        new Surroundings(clock, Pause.real(), Resolver.system(), new ProviderEvents()),
        random)) {
      case ProviderRack.Outcome.Problems(List<String> problems) -> new Outcome.Problems(problems);
      case ProviderRack.Outcome.Filled(ProviderRack rack) ->
          new Outcome.Ready(
              new AuditRun(
                  rack.planner(),
                  new Auditor(
                      market.folder(),
                      SampleJudge.of(
                          sandbox.map(SandboxProvider::authority),
                          new SigningModels(market.catalog(), market.today()),
                          clock),
                      UUID::randomUUID,
                      clock),
                  patience,
                  again));
    };
  }

  private static SandboxProvider sandbox(
      MinerConfig.Making making, InstantSource clock, SecureRandom random) throws IOException {
    return SandboxProvider.open(
        making.storage().stateDir(),
        new SandboxProvider.Conduct(
            making.services().sandboxLatency(), making.services().sandboxFailureRate()),
        clock,
        random,
        Pause.real());
  }

  AuditOutcome of(Pick pick) {
    return services
        .provider(pick.service())
        .map(service -> auditor.audit(pick.sample(), service, patience, again))
        .orElseGet(
            () ->
                new AuditOutcome.NotMade(
                    "there is no service " + pick.service(),
                    "the catalogue's",
                    "Mend the row's 'provider'.",
                    false));
  }
}
