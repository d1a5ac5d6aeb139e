package io.gasminer.miner.generation.standin;

import io.gasminer.miner.config.Secret;
import io.gasminer.miner.delivery.Resolver;
import io.gasminer.miner.events.ProviderEvents;
import io.gasminer.miner.generation.GenerationPlanner;
import io.gasminer.miner.generation.GenerationProvider;
import io.gasminer.miner.generation.GenerationRequest;
import io.gasminer.miner.generation.ModelCatalog;
import io.gasminer.miner.generation.PlanOutcome;
import io.gasminer.miner.generation.Planner;
import io.gasminer.miner.generation.http.Surroundings;
import io.gasminer.miner.task.Modality;
import io.gasminer.miner.task.Pause;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Owns what provider tests share: a clock that pauses move, media, tasks and a key.
 *
 * <p>The clock stands still between pauses, so a deadline bounds real calls by its distance.
 */
public final class Workshop implements InstantSource {
  /** A key that must never be seen again. */
  public static final Secret KEY = new Secret("sk-never-to-be-seen-0123456789");

  /** What looks like an image. */
  public static final byte[] PNG =
      "\u0089PNG\r\n\u001a\nnot really, but whole".getBytes(StandardCharsets.ISO_8859_1);

  /** What looks like a video. */
  public static final byte[] MP4 =
      "\0\0\0\u0018ftypisom not really, but whole".getBytes(StandardCharsets.ISO_8859_1);

  private static final ModelCatalog CATALOG = ModelCatalog.builtIn();

  private volatile Instant now = Instant.parse("2026-11-24T12:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  /** Moves the clock. */
  public synchronized void forward(Duration time) {
    now = now.plus(time);
  }

  /** A deadline so far from now. */
  public Instant in(Duration time) {
    return now.plus(time);
  }

  /** What providers are handed. */
  public Surroundings around() {
    Pause pause = this::forward;
    return new Surroundings(this, pause, Resolver.system(), new ProviderEvents());
  }

  /** A task as it is accepted. */
  public Task task(Modality modality, Map<String, Object> parameters) {
    return Task.accepted(
        new TaskId(UUID.randomUUID()),
        modality,
        "a lighthouse in a storm",
        parameters,
        "http://203.0.113.1/",
        "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty",
        now);
  }

  /** A planner that gives everything of the modality to the provider. */
  public GenerationPlanner planner(
      GenerationProvider provider, Modality modality, Optional<String> model) {
    return new Planner(
        CATALOG,
        Map.of(modality, new Planner.Assignment(provider.name(), model)),
        Map.of(provider.name(), provider),
        this);
  }

  /** A request as the planner makes it. */
  public GenerationRequest request(
      GenerationProvider provider, Modality modality, String model, Map<String, Object> asked) {
    Task task = task(modality, asked);
    PlanOutcome plan = planner(provider, modality, Optional.of(model)).plan(task, Set.of());
    if (plan instanceof PlanOutcome.Planned planned) {
      return planned.request();
    }
    throw new AssertionError("not planned: " + plan);
  }
}
