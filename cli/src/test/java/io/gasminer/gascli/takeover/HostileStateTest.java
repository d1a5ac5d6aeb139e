package io.gasminer.gascli.takeover;

import static io.gasminer.gascli.takeover.TakeoverTest.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.miner.delivery.WebhookStats;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State files that somebody damaged, or made to do damage. */
class HostileStateTest {
  @TempDir private Path temp;

  @Test
  void aFileThatIsCutAnywhereOrFlippedAnywhereIsATaskOrIsNamed() throws Exception {
    String whole =
        Handover.json(
            id(1),
            "processing",
            Handover.NOW,
            ", \"checkpoint\": {\"kind\": \"runway\", \"runway_task_id\": \"r\"}");
    byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
    Path file = temp.resolve(id(1) + ".json");
    List<String> wrong = new ArrayList<>();
    for (int length = 0; length < bytes.length; length++) {
      Files.write(file, java.util.Arrays.copyOf(bytes, length));
      if (TaskFile.read(file) instanceof TaskFile.Reading.Read
          && !whole.substring(length).isBlank()) {
        wrong.add("cut at " + length + " it is a task");
      }
    }
    Random random = new Random(6);
    for (int run = 0; run < 3_000; run++) {
      byte[] damaged = bytes.clone();
      for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      }
      Files.write(file, damaged);
      // Whatever it has become, it is told and nothing is thrown.
      TaskFile.Reading reading = TaskFile.read(file);
      if (reading instanceof TaskFile.Reading.Read(KnownTask task)) {
        new TaskPlan(Handover.NOW, temp).of(task);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void largeDeepAndOddFilesAreNamedAndSkipped() throws Exception {
    assertThat(broken("a".repeat(36) + ".json", "{}")).contains("no task's id");
    assertThat(broken(id(1) + ".json", "[".repeat(100_000))).contains("no JSON");
    assertThat(broken(id(1) + ".json", "{\"a\":".repeat(100_000))).contains("no JSON");
    assertThat(broken(id(1) + ".json", "{\"version\": " + "9".repeat(5_000) + "}"))
        .contains("no JSON");
    assertThat(broken(id(1) + ".json", "{\"version\": 2}")).contains("version");
    assertThat(broken(id(1) + ".json", Handover.json(id(2), "pending", Handover.NOW, "")))
        .contains("another id");
    assertThat(broken(id(1) + ".json", Handover.json(id(1), "dancing", Handover.NOW, "")))
        .contains("status");
    String infinite =
        Handover.json(id(1), "pending", Handover.NOW, "").replaceAll("\\d+\\.25", "1e400");
    assertThat(broken(id(1) + ".json", infinite)).contains("created_at");
    String stranger =
        Handover.json(id(1), "pending", Handover.NOW, "").replace(Handover.VALIDATOR, "nobody");
    assertThat(broken(id(1) + ".json", stranger)).contains("signed_by");
    String long_ =
        Handover.json(id(1), "pending", Handover.NOW, "").replace("storm", "s".repeat(2 << 20));
    assertThat(broken(id(1) + ".json", long_)).contains("longer than any request");
    Path large = temp.resolve(id(3) + ".json");
    try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
      sparse.setLength(1L << 33);
    }
    assertThat(why(large)).contains("larger than 48 MiB");
    Path link = Files.createSymbolicLink(temp.resolve(id(4) + ".json"), large);
    assertThat(why(link)).contains("no plain file");
    assertThat(why(Files.createDirectory(temp.resolve(id(5) + ".json")))).contains("no plain file");
  }

  @Test
  void figuresOfAnyShapeAreReadOrNamed() throws Exception {
    Path file = temp.resolve("webhook_stats.json");
    String whole =
        "{\"last_updated\": \"2026-11-23T09:27:28.0\", \"validators\": {\"a:1\": {\"successes\":"
            + " 99999999999999999999, \"failures\": {\"x\": -3, \"y\": \"z\", \"w\": 2},"
            + " \"last_success\": \"never\", \"last_failure_reason\": \"one\\ntwo\"}, \"b\": 7}}";
    Files.writeString(file, whole);
    KnownStats stats = new KnownStats(java.time.ZoneOffset.UTC);
    assertThat(stats.read(file))
        .isInstanceOfSatisfying(
            KnownStats.Reading.Read.class,
            read -> {
              assertThat(read.receivers()).containsOnlyKeys("a:1", "b");
              assertThat(first(read).failures()).isEqualTo(java.util.Map.of("w", 2L));
              assertThat(first(read).lastReason()).isEqualTo("one two");
            });
    Random random = new Random(7);
    byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
    for (int run = 0; run < 2_000; run++) {
      byte[] damaged = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      if (damaged.length > 0) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      }
      Files.write(file, damaged);
      assertThat(stats.read(file)).isNotNull();
    }
  }

  private static WebhookStats.Snapshot first(KnownStats.Reading.Read read) {
    return read.receivers().values().iterator().next();
  }

  private String broken(String name, String content) throws Exception {
    Path file = Files.writeString(temp.resolve(name), content);
    String why = why(file);
    Files.delete(file);
    return why;
  }

  private static String why(Path file) {
    return switch (TaskFile.read(file)) {
      case TaskFile.Reading.Broken(String why) -> why;
      case TaskFile.Reading.Read(KnownTask task) -> "it is a task: " + task;
    };
  }
}
