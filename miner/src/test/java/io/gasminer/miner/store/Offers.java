package io.gasminer.miner.store;

import io.gasminer.miner.task.Modality;
import io.gasminer.miner.task.SeenRequest;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes tasks and requests for tests. */
public final class Offers {
  private Offers() {}

  /** A task that was accepted just now. */
  public static Task task() {
    return task("http://127.0.0.1:1/webhook", Instant.now());
  }

  /** A task with a webhook and a time of acceptance. */
  public static Task task(String webhook, Instant at) {
    return Task.accepted(
        new TaskId(UUID.randomUUID()),
        Modality.IMAGE,
        "a red fox\u0000 \ud83e\udd8a \ud800 \"quoted\"",
        Map.of("resolution", "1K", "seed", 7, "nested", Map.of("list", List.of(1, "two"))),
        webhook,
        "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY",
        at.truncatedTo(ChronoUnit.MICROS));
  }

  /** A request that nobody has sent before. */
  public static SeenRequest request() {
    return new SeenRequest(
        UUID.randomUUID().toString().replace("-", "").repeat(2),
        Instant.now().plus(Duration.ofMinutes(5)));
  }
}
