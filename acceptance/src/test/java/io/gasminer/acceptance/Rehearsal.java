package io.gasminer.acceptance;

import io.gasminer.bittensor.epistula.EpistulaSigner;
import io.gasminer.gascli.rehearsal.Challenger;
import io.gasminer.gascli.rehearsal.LogLine;
import io.gasminer.gascli.rehearsal.LogTail;
import io.gasminer.gascli.rehearsal.MinerProcess;
import io.gasminer.gascli.rehearsal.RehearsalFolder;
import io.gasminer.gascli.rehearsal.WebhookReceiver;
import io.gasminer.miner.task.Pause;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Owns a miner process and the validator that challenges it, so that tests read as stories. */
final class Rehearsal implements AutoCloseable {
  private static final InstantSource CLOCK = InstantSource.system();

  final RehearsalFolder folder;
  private final LinkedBlockingQueue<Integer> ports = new LinkedBlockingQueue<>();
  private final LogTail tail;
  private final EpistulaSigner validator;
  private WebhookReceiver receiver;
  private volatile Optional<MinerProcess> miner = Optional.empty();
  private volatile Optional<Challenger> challenger = Optional.empty();

  private Rehearsal(RehearsalFolder folder) throws IOException {
    this.folder = folder;
    this.validator =
        new EpistulaSigner(folder.validator(), CLOCK, () -> UUID.randomUUID().toString());
    this.receiver = open(0);
    this.tail = new LogTail(folder.log(), Pause.real(), this::read);
  }

  /** A validator that listens, and a miner that is not yet started. */
  static Rehearsal with(Path parent, Map<String, String> settings) throws IOException {
    return new Rehearsal(
        RehearsalFolder.create(parent, settings, CLOCK.instant(), new SecureRandom()));
  }

  WebhookReceiver receiver() {
    return receiver;
  }

  void startMiner() throws IOException, InterruptedException {
    ports.clear();
    MinerProcess process = MinerProcess.start(folder);
    Integer port = ports.poll(60, TimeUnit.SECONDS);
    if (port == null) {
      String words = process.lastWords();
      process.kill();
      throw new AssertionError("the miner did not start: " + words);
    }
    miner = Optional.of(process);
    challenger =
        Optional.of(
            new Challenger(
                validator,
                folder.miner().address(),
                URI.create("http://127.0.0.1:" + port),
                receiver.url()));
  }

  void killMiner() {
    miner.orElseThrow().kill();
  }

  int stopMiner() throws InterruptedException {
    return miner.orElseThrow().stop();
  }

  /** The validator's callback goes away; its port stays reserved for {@link #receiverComesBack}. */
  int receiverGoesAway() {
    int port = receiver.port();
    receiver.close();
    return port;
  }

  void receiverComesBack(int port, List<String> openTasks) throws IOException {
    receiver = open(port);
    openTasks.forEach(receiver::know);
  }

  /** The id of the accepted task, or empty when the miner did not answer 201. */
  Optional<String> challenge(String modality, Map<String, Object> parameters)
      throws InterruptedException {
    try {
      Optional<String> task =
          challenger.orElseThrow().challenge(modality, "a kite over dunes", parameters).taskId();
      task.ifPresent(receiver::know);
      return task;
    } catch (IOException unreachable) {
      return Optional.empty();
    }
  }

  /** What the miner says of a task. */
  JsonNode status(String taskId) throws IOException, InterruptedException {
    return JsonMapper.shared().readTree(challenger.orElseThrow().get("/status/" + taskId).body());
  }

  boolean isDelivered(String taskId) {
    return receiver.isDelivered(taskId);
  }

  /** The jobs that the sandbox sold, one task id a line. */
  List<String> tasksThatBoughtAJob() throws IOException {
    Path ledger = folder.path().resolve("miner/.gen_miner_state/sandbox-jobs.log");
    return Files.readAllLines(ledger).stream().map(line -> line.split("[ \\t]+")[2]).toList();
  }

  /** Waits for what the other processes do; fails when it does not come. */
  static void await(String what, Duration limit, BooleanSupplier condition)
      throws InterruptedException {
    Instant end = CLOCK.instant().plus(limit);
    while (!condition.getAsBoolean()) {
      if (CLOCK.instant().isAfter(end)) {
        throw new AssertionError(what + ": not within " + limit.toSeconds() + " s");
      }
      Pause.real().forAbout(Duration.ofMillis(50));
    }
  }

  private WebhookReceiver open(int port) throws IOException {
    return WebhookReceiver.open(
        folder.validator().address(), folder.miner().address(), port, CLOCK);
  }

  private void read(LogLine line) {
    if (line.event().equals("listening")) {
      ports.add(Integer.parseInt(line.fields().getOrDefault("port", "0")));
    }
  }

  @Override
  public void close() {
    tail.close();
    miner.ifPresent(MinerProcess::kill);
    receiver.close();
  }
}
