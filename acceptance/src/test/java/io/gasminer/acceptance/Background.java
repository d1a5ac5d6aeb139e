package io.gasminer.acceptance;

import io.gasminer.bittensor.epistula.EpistulaSigner;
import io.gasminer.gascli.process.Account;
import io.gasminer.gascli.process.Supervision;
import io.gasminer.gascli.rehearsal.Challenger;
import io.gasminer.gascli.rehearsal.GascliJvm;
import io.gasminer.gascli.rehearsal.RehearsalFolder;
import io.gasminer.gascli.rehearsal.WebhookReceiver;
import io.gasminer.testkit.FreePort;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Owns a folder whose miner gascli runs in the background, and the validator that calls it. */
final class Background implements AutoCloseable {
  private static final InstantSource CLOCK = InstantSource.system();

  final RehearsalFolder folder;
  final WebhookReceiver receiver;
  private final Challenger challenger;

  private Background(RehearsalFolder folder, int port) throws IOException {
    this.folder = folder;
    this.receiver =
        WebhookReceiver.open(folder.validator().address(), folder.miner().address(), 0, CLOCK);
    this.challenger =
        new Challenger(
            new EpistulaSigner(folder.validator(), CLOCK, () -> UUID.randomUUID().toString()),
            folder.miner().address(),
            URI.create("http://127.0.0.1:" + port),
            receiver.url());
  }

  /** A miner that is not started, on a port that is free. */
  static Background with(Path parent, Map<String, String> settings) throws IOException {
    int port = FreePort.find();
    Map<String, String> all = new HashMap<>(settings);
    all.putIfAbsent("BT_AXON_PORT", Integer.toString(port));
    return new Background(
        RehearsalFolder.create(parent, all, CLOCK.instant(), new SecureRandom()),
        Integer.parseInt(all.getOrDefault("BT_AXON_PORT", "")));
  }

  /** The same in a folder that is there, whose settings name the port. */
  static Background in(RehearsalFolder folder, int port) throws IOException {
    return new Background(folder, port);
  }

  /** Runs {@code gascli generator …} with the folder's settings. */
  Gascli generator(String command, String... more) throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(List.of("generator", command, "--env-file", folder.envFile().toString()));
    arguments.addAll(List.of(more));
    if (command.endsWith("start")) {
      // A loaded machine is no reason to fail.
      arguments.addAll(List.of("--wait", "150"));
    }
    return Gascli.run(folder.path(), GascliJvm.running(arguments));
  }

  Supervision supervision() {
    return Supervision.of(folder.state());
  }

  Account account() {
    return supervision().account().orElseThrow();
  }

  long supervisor() {
    return supervision().supervisor().orElseThrow().pid();
  }

  long miner() {
    return supervision().miner().orElseThrow().pid();
  }

  /** Whether it answers and its supervisor knows it. */
  boolean isHealthy() {
    if (account().state() != Account.State.RUNNING) {
      return false;
    }
    try {
      return challenger.get("/health").status() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The id of the task that a challenge became. */
  String challenge() throws IOException, InterruptedException {
    String task =
        challenger.challenge("image", "a kite over dunes", Rehearsal.SMALL).taskId().orElseThrow();
    receiver.know(task);
    return task;
  }

  void awaitDelivery(String task) throws InterruptedException {
    Rehearsal.await(
        "task " + task + " is delivered", Duration.ofMinutes(1), () -> receiver.isDelivered(task));
  }

  /** Ends that process at once, as {@code kill -9} does. */
  static void kill(long pid) {
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
  }

  /** Leaves nothing running, however the story ended. */
  @Override
  public void close() {
    supervision().supervisor().ifPresent(ProcessHandle::destroyForcibly);
    supervision().miner().ifPresent(ProcessHandle::destroyForcibly);
    challenger.close();
    receiver.close();
  }
}
