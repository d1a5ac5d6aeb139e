package io.gasminer.miner.http;

import io.gasminer.bittensor.epistula.Signer;
import io.gasminer.miner.admission.ServiceBoard;
import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.task.Modality;
import io.gasminer.miner.task.StoreUnavailable;
import io.gasminer.miner.task.TaskCounts;
import io.gasminer.miner.task.TaskStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * {@code GET /miner_info}: what validators read before they send challenges.
 *
 * <p>A miner that does not answer here gets no challenges, so a database that is away for a moment
 * shows in the counts only: they are then the last ones known.
 */
final class MinerInfoEndpoint implements Endpoint {
  private final MinerIdentity identity;
  private final ServiceBoard services;
  private final MinerConfig.Limits limits;
  private final TaskStore store;
  private final InstantSource clock;
  private volatile TaskCounts lastKnown = new TaskCounts(0, 0, 0, 0);

  MinerInfoEndpoint(
      MinerIdentity identity,
      ServiceBoard services,
      MinerConfig.Limits limits,
      TaskStore store,
      InstantSource clock) {
    this.identity = identity;
    this.services = services;
    this.limits = limits;
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Answer answer(SignedRequest request) {
    return Answer.of(
        200,
        new Json()
            .add("uid", identity.registry().find(identity.hotkey()).map(Signer::uid))
            .add("hotkey", identity.hotkey().toString())
            .add("miner_type", "GENERATOR")
            .add("services", services.services().stream().map(MinerInfoEndpoint::service).toList())
            .add("task_stats", counts())
            .add("config", config())
            .add("version", identity.version())
            .add("uptime", Duration.between(identity.startedAt(), clock.instant()))
            .add("metagraph", identity.metagraph(clock.instant())));
  }

  private static Json service(ServiceBoard.Service service) {
    Json tasks = new Json();
    for (Modality modality : Modality.values()) {
      tasks.add(modality.wireName(), service.tasks().getOrDefault(modality, List.of()));
    }
    return new Json()
        .add("name", service.name())
        .add("available", service.available())
        .add("supported_tasks", tasks);
  }

  private Json counts() {
    TaskCounts counts;
    try {
      counts = store.counts();
      lastKnown = counts;
    } catch (StoreUnavailable away) {
      counts = lastKnown;
    }
    return new Json()
        .add("total", counts.total())
        .add("pending", counts.pending())
        .add("processing", counts.processing())
        .add("completed", counts.completed())
        .add("failed", counts.failed());
  }

  private Json config() {
    return new Json()
        .add("max_concurrent_tasks", limits.maxConcurrentTasks())
        .add("task_timeout", limits.taskTimeout())
        .add("max_task_age_hours", limits.maxTaskAge().toHours())
        .add("cleanup_interval", limits.cleanUpInterval().toSeconds());
  }
}
