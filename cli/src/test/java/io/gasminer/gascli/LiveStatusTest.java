package io.gasminer.gascli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.gascli.rehearsal.MinerProcess;
import io.gasminer.gascli.rehearsal.RehearsalFolder;
import io.gasminer.miner.task.Pause;
import io.gasminer.miner.vitals.VitalsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The status of a real miner: while it runs, while it hangs, and after it was killed. */
class LiveStatusTest {
  @TempDir private Path temp;

  @Test
  void aMinerThatRunsHangsAndIsKilledIsToldAsThat() throws Exception {
    RehearsalFolder folder =
        RehearsalFolder.create(
            temp, Map.of("SANDBOX_LATENCY", "0"), Instant.now(), new SecureRandom());
    MinerProcess miner = MinerProcess.start(folder);
    try {
      until(() -> VitalsFile.read(folder.state()).isPresent() || !miner.isAlive());
      Typed running = status(folder);
      assertThat(running.exitCode()).as(running.out() + miner.lastWords()).isZero();
      assertThat(running.out())
          .startsWith("Generative miner  ✓ running")
          .contains("pid " + miner.pid() + ", for ", "MiB", "started by hand")
          .contains("uid         1", "✓ SandboxService: image, video", "0 pending, 0 processing");
      JsonNode json = JsonMapper.shared().readTree(status(folder, "--json").out());
      assertThat(json.path("state").asString()).isEqualTo("running");
      assertThat(json.path("pid").asLong()).isEqualTo(miner.pid());
      assertThat(json.path("hotkey").asString()).isEqualTo(folder.miner().address().toString());
      assertThat(json.path("memory_bytes").asLong()).isGreaterThan(50_000_000);
      assertThat(json.path("in_charge").path("stop").asString()).isEqualTo("kill " + miner.pid());
      assertThat(all(folder).out())
          .containsPattern("(?m)^generator +running +" + miner.pid() + " .* MiB +- +\\d+$");
      Typed doctor =
          Typed.gascli(
              "doctor",
              "--ntp",
              "127.0.0.1:1",
              "--axon.port",
              Integer.toString(VitalsFile.read(folder.state()).orElseThrow().port()),
              "--env-file",
              folder.envFile().toString());
      assertThat(doctor.out()).contains("is held by this miner, and it answers");
      assertThat(Files.readString(folder.log()))
          .as("asking leaves no line in the log")
          .doesNotContain("request-refused");

      signal("STOP", miner.pid());
      Typed hung = status(folder);
      assertThat(hung.exitCode()).isEqualTo(1);
      assertThat(hung.out())
          .contains("✗ not answering", "pid " + miner.pid(), "Next step: gascli generator logs");
      signal("CONT", miner.pid());

      miner.kill();
      Typed killed = status(folder);
      assertThat(killed.exitCode()).isEqualTo(3);
      assertThat(killed.out())
          .startsWith("Generative miner  · stopped")
          .contains("Next step: gascli generator start")
          .doesNotContain("pid ", "uid ");
    } finally {
      miner.kill();
    }
  }

  private static void signal(String name, long pid) throws Exception {
    assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor())
        .isZero();
  }

  private static void until(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in a minute").isLessThan(end);
      Pause.real().forAbout(Duration.ofMillis(50));
    }
  }

  private static Typed status(RehearsalFolder folder, String... more) {
    String[] words = {"generator", "status", "--env-file", folder.envFile().toString()};
    return Typed.gascli(Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new));
  }

  private static Typed all(RehearsalFolder folder) {
    return Typed.gascli("status", "--env-file", folder.envFile().toString());
  }
}
