package io.gasminer.acceptance;

import io.gasminer.bittensor.epistula.EpistulaSigner;
import io.gasminer.gascli.rehearsal.RehearsalFolder;
import io.gasminer.gascli.rehearsal.WebhookReceiver;
import io.gasminer.miner.task.Pause;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/** Owns a miner process and the validator that challenges it, so that tests read as stories. */
final class Rehearsal implements AutoCloseable {
  /** What is made quickly. */
  static final Map<String, Object> SMALL = Map.of("resolution", "1K", "format", "jpeg");

  private static final InstantSource CLOCK = InstantSource.system();
  private static final String PROMPT = "a kite over dunes";

  private final EpistulaSigner validator;
  private final Node miner;
  private final List<Node> others = new ArrayList<>();
  private WebhookReceiver receiver;

  private Rehearsal(RehearsalFolder folder) throws IOException {
    this.validator =
        new EpistulaSigner(folder.validator(), CLOCK, () -> UUID.randomUUID().toString());
    this.miner = new Node(folder, validator);
    this.receiver = open(0);
  }

  /** A validator that listens, and a miner that is not yet started. */
  static Rehearsal with(Path parent, Map<String, String> settings) throws IOException {
    return new Rehearsal(folder(parent, settings));
  }

  /** The same in a folder that is there. */
  static Rehearsal in(RehearsalFolder folder) throws IOException {
    return new Rehearsal(folder);
  }

  /** The folder of a miner that is not yet started. */
  static RehearsalFolder folder(Path parent, Map<String, String> settings) throws IOException {
    return RehearsalFolder.create(parent, settings, CLOCK.instant(), new SecureRandom());
  }

  WebhookReceiver receiver() {
    return receiver;
  }

  Node miner() {
    return miner;
  }

  /** One more node with the same hotkey, not yet started; the first one must have been. */
  Node anotherNode(Map<String, String> settings) throws IOException {
    Node node = new Node(miner.folder.twin(settings), validator);
    others.add(node);
    return node;
  }

  void start(Node node) throws IOException, InterruptedException {
    node.start(receiver.url());
  }

  void startMiner() throws IOException, InterruptedException {
    start(miner);
  }

  void killMiner() {
    miner.kill();
  }

  int stopMiner() throws InterruptedException {
    return miner.stop();
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
    return challenge(miner, modality, PROMPT, parameters);
  }

  Optional<String> challenge(
      Node node, String modality, String prompt, Map<String, Object> parameters)
      throws InterruptedException {
    try {
      Optional<String> task = node.challenger().challenge(modality, prompt, parameters).taskId();
      task.ifPresent(receiver::know);
      return task;
    } catch (IOException unreachable) {
      return Optional.empty();
    }
  }

  /** What the miner says of a task. */
  JsonNode status(String taskId) throws IOException, InterruptedException {
    return miner.status(taskId);
  }

  boolean isDelivered(String taskId) {
    return receiver.isDelivered(taskId);
  }

  /** Waits until the receiver has the result, or the notice of the failure, of every task. */
  void awaitDeliveries(Duration limit, List<String> tasks) throws InterruptedException {
    await("every task is delivered", limit, () -> tasks.stream().allMatch(this::isDelivered));
  }

  /**
   * Whether the node comes to hold a receipt that ends the task well. An answer may be lost with a
   * process; then the next attempt hears that the task was taken.
   */
  static boolean hasItsReceipt(Node node, String task) {
    try {
      await(
          "the receipt of task " + task,
          Duration.ofMinutes(1),
          () -> List.of("recorded", "already-processed").contains(lastOutcome(node, task)));
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String lastOutcome(Node node, String task) {
    try {
      JsonNode deliveries = node.status(task).path("deliveries");
      return deliveries.path(deliveries.size() - 1).path("outcome").asString("");
    } catch (IOException unreachable) {
      return "";
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  /** The jobs that the sandbox sold, one task id a line. */
  List<String> tasksThatBoughtAJob() {
    return miner.tasksThatBoughtAJob();
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
        miner.folder.validator().address(), miner.folder.miner().address(), port, CLOCK);
  }

  @Override
  public void close() {
    miner.close();
    others.forEach(Node::close);
    receiver.close();
  }
}
