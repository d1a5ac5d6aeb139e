package io.gasminer.gascli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.gascli.rehearsal.MinerProcess;
import io.gasminer.gascli.rehearsal.RehearsalFolder;
import io.gasminer.miner.task.Pause;
import io.gasminer.miner.vitals.VitalsFile;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The status of a real miner: while it runs, hangs, runs on, is killed, and has stopped. */
class LiveStatusTest {
  @TempDir private Path temp;

  @Test
  void aMinersLifeIsTold() throws Exception {
    RehearsalFolder folder =
        RehearsalFolder.create(
            temp, Map.of("SANDBOX_LATENCY", "0"), Instant.now(), new SecureRandom());
    MinerProcess miner = MinerProcess.start(folder);
    try {
      until(() -> VitalsFile.read(folder.state()).isPresent() || !miner.isAlive());
      Typed running = status(folder);
      System.out.println(running.out());
      System.out.println(status(folder, "--json").out());
      System.out.println(all(folder).out());
      assertThat(running.exitCode()).as(running.out() + miner.lastWords()).isZero();
      signal("STOP", miner.pid());
      Typed hung = status(folder);
      System.out.println(hung.out());
      assertThat(hung.exitCode()).isEqualTo(1);
      signal("CONT", miner.pid());
      assertThat(miner.stop()).isZero();
      Typed stopped = status(folder);
      System.out.println(stopped.out());
      assertThat(stopped.exitCode()).isEqualTo(3);
    } finally {
      miner.kill();
    }
  }

  private static void signal(String name, long pid) throws Exception {
    assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor())
        .isZero();
  }

  private static void until(java.util.function.BooleanSupplier condition)
      throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in a minute").isLessThan(end);
      Pause.real().forAbout(Duration.ofMillis(50));
    }
  }

  private static Typed status(RehearsalFolder folder, String... more) {
    String[] words =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(
                    "generator", "status", "--env-file", folder.envFile().toString()),
                java.util.stream.Stream.of(more))
            .toArray(String[]::new);
    return Typed.gascli(words);
  }

  private static Typed all(RehearsalFolder folder) {
    return Typed.gascli("status", "--env-file", folder.envFile().toString());
  }
}
