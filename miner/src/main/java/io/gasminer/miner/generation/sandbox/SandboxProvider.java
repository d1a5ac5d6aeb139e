package io.gasminer.miner.generation.sandbox;

import io.gasminer.c2pa.CannotSign;
import io.gasminer.miner.generation.GenerationOutcome;
import io.gasminer.miner.generation.GenerationProvider;
import io.gasminer.miner.generation.GenerationRequest;
import io.gasminer.miner.generation.SubmitOutcome;
import io.gasminer.miner.task.JobTicket;
import io.gasminer.miner.task.Media;
import io.gasminer.miner.task.Modality;
import io.gasminer.miner.task.Pause;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Owns generation without a vendor, for trials: jobs are accepted, take their time, may fail, and
 * are found again after a crash, as a vendor's are.
 *
 * <p>All that a job is lies in its ticket; the state folder keeps the signing authority and the
 * list of all jobs ever accepted, {@code sandbox-jobs.log}. Thread-safe.
 */
public final class SandboxProvider implements GenerationProvider {
  /** The name that configuration uses. */
  public static final String NAME = "sandbox";

  private static final Duration BUSY = Duration.ofSeconds(2);
  private static final Duration ASK_AGAIN = Duration.ofSeconds(1);
  private static final int KINDS_OF_FAILURE = 3;
  private static final int LARGEST_SEED = 1_000_000_000;

  private final Ledger ledger;
  private final SandboxAuthority authority;
  private final Conduct conduct;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Pause pause;
  private final Studio studio = new Studio(Runtime.getRuntime().availableProcessors());

  private SandboxProvider(
      Ledger ledger,
      SandboxAuthority authority,
      Conduct conduct,
      InstantSource clock,
      RandomGenerator random,
      Pause pause) {
    this.ledger = ledger;
    this.authority = authority;
    this.conduct = conduct;
    this.clock = clock;
    this.random = random;
    this.pause = pause;
  }

  /**
   * How jobs fare.
   *
   * @param latency how long each takes ({@code SANDBOX_LATENCY})
   * @param failureRate the share of them that fails, 0 to 1 ({@code SANDBOX_FAILURE_RATE}); a third
   *     each is not accepted, refused by moderation, and lost after acceptance
   */
  public record Conduct(Duration latency, double failureRate) {}

  /**
   * Opens the sandbox of this state folder.
   *
   * @param random thread-safe
   * @throws IOException when the folder cannot be written
   */
  public static SandboxProvider open(
      Path stateDir, Conduct conduct, InstantSource clock, RandomGenerator random, Pause pause)
      throws IOException {
    SandboxAuthority authority = SandboxAuthority.open(stateDir, clock.instant(), random);
    return new SandboxProvider(Ledger.open(stateDir), authority, conduct, clock, random, pause);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String serviceName() {
    return "SandboxService";
  }

  @Override
  public Set<Modality> modalities() {
    return Set.of(Modality.IMAGE, Modality.VIDEO);
  }

  /** The authority whose root a judge of its media must trust. */
  public SandboxAuthority authority() {
    return authority;
  }

  @Override
  public SubmitOutcome submit(GenerationRequest request, Instant deadline) {
    boolean fails = random.nextDouble() < conduct.failureRate();
    int kind = fails ? random.nextInt(KINDS_OF_FAILURE) : KINDS_OF_FAILURE;
    if (kind == 0) {
      return unavailable("the sandbox is busy, as SANDBOX_FAILURE_RATE has it");
    }
    if (kind == 1) {
      return new SubmitOutcome.Answered(
          new GenerationOutcome.Moderated(
              "the sandbox refused the prompt, as SANDBOX_FAILURE_RATE has it"));
    }
    long seed = random.nextInt(LARGEST_SEED);
    Order order = Order.of(request, seed, conduct.latency(), kind == 2);
    String job = jobFor(request);
    Instant accepted;
    try {
      accepted = ledger.bought(clock.instant(), job, request.task().toString());
    } catch (IOException notWritten) {
      return unavailable("sandbox-jobs.log cannot be written: " + notWritten.getMessage());
    }
    return new SubmitOutcome.Accepted(
        new JobTicket(NAME, request.model().model(), job, accepted, order.details()));
  }

  @Override
  public GenerationOutcome await(JobTicket ticket, Instant deadline) {
    Optional<Order> order = Order.of(ticket);
    if (order.isEmpty()) {
      return new GenerationOutcome.Lost("the ticket is none of this sandbox's: " + ticket.jobId());
    }
    Instant due = ticket.acceptedAt().plus(order.get().takes());
    try {
      if (due.isAfter(deadline)) {
        waitUntil(deadline);
        return new GenerationOutcome.StillRunning(Duration.between(clock.instant(), due));
      }
      if (order.get().lost()) {
        waitUntil(due);
        return new GenerationOutcome.Lost(
            "the sandbox lost the job, as SANDBOX_FAILURE_RATE has it");
      }
      // The work is done within the time that the job takes, as it is at a vendor.
      byte[] picture = painted(order.get());
      waitUntil(due);
      return produced(ticket, order.get(), picture);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new GenerationOutcome.StillRunning(ASK_AGAIN);
    }
  }

  private void waitUntil(Instant end) throws InterruptedException {
    for (Instant now = clock.instant(); now.isBefore(end); now = clock.instant()) {
      pause.forAbout(Duration.between(now, end));
    }
  }

  private byte[] painted(Order order) throws InterruptedException {
    return studio.picture(
        () ->
            order
                .format()
                .written(Landscape.of(order.size(), order.prompt(), order.seed()), studio));
  }

  private GenerationOutcome produced(JobTicket ticket, Order order, byte[] media) {
    Instant now = clock.instant();
    try {
      Duration took = Duration.between(ticket.acceptedAt(), now);
      return new GenerationOutcome.Produced(
          new Media(
              authority.sign(media, ticket.model(), now),
              order.format().contentType(),
              Map.of(
                  "model",
                  ticket.model(),
                  "provider",
                  NAME,
                  "generation_time",
                  took.toMillis() / 1000.0 + "")));
    } catch (CannotSign unsigned) {
      return new GenerationOutcome.Lost("the sandbox could not sign: " + unsigned.getMessage());
    }
  }

  // As where a vendor takes an idempotency key: asked again for the same task, it is the same job.
  private static String jobFor(GenerationRequest request) {
    String key = request.task() + "/" + request.model().model();
    return NAME + "-" + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
  }

  private static SubmitOutcome unavailable(String reason) {
    return new SubmitOutcome.Answered(new GenerationOutcome.Unavailable(reason, BUSY));
  }
}
