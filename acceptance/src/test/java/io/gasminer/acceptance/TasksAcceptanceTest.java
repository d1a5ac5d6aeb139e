package io.gasminer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TasksAcceptanceTest {
  @TempDir private Path temp;

  @Test
  void anOperatorSeesWhyAResultIsNotDeliveredAndHasItSentAgain() throws Exception {
    try (Rehearsal rehearsal = Rehearsal.with(temp, Map.of("MINER_WEBHOOK_RETRY_DELAY", "600"))) {
      rehearsal.startMiner();
      int port = rehearsal.receiverGoesAway();
      String task = rehearsal.challenge("image", Rehearsal.SMALL).orElseThrow();
      Rehearsal.await(
          "an attempt failed",
          Duration.ofMinutes(1),
          () -> rehearsal.miner().tasks("delivery-again").contains(task));

      Gascli show = tasks(rehearsal, "show", task.substring(0, 8));
      assertThat(show.exitCode()).isZero();
      assertThat(show.out())
          .contains("asked sandbox for ", "made: image/jpeg", "gate passed: ", "uid 0 (")
          .contains("not-delivered", "nobody answered at the address", "Still open: ")
          .contains("gascli tasks retry " + task);
      rehearsal.receiverComesBack(port, List.of(task));
      Gascli retry = tasks(rehearsal, "retry", task.substring(0, 8));
      assertThat(retry.exitCode()).as(retry.err()).isZero();
      assertThat(retry.out()).contains("Sent again: 200 recorded, \"Binary content received\"");
      assertThat(rehearsal.isDelivered(task)).isTrue();

      Gascli again = tasks(rehearsal, "retry", task);
      assertThat(again.out()).contains("Not sent: the validator has it since");
      assertThat(rehearsal.receiver().arrivals(task)).isEqualTo(1);
      JsonNode list = JsonMapper.shared().readTree(tasks(rehearsal, "list", "--json").out());
      assertThat(list.path("tasks").path(0).path("recorded").asBoolean(false)).isTrue();
      assertThat(tasks(rehearsal, "deliveries").out()).contains("not-delivered", "recorded");
      assertThat(rehearsal.miner().mistakes()).isEmpty();

      assertThat(rehearsal.stopMiner()).isZero();
      assertThat(tasks(rehearsal, "show", task).out())
          .contains("sent again: asked for by the operator", "Delivered: the validator has");
    }
  }

  private Gascli tasks(Rehearsal rehearsal, String command, String... more) throws Exception {
    String env = rehearsal.miner().folder.envFile().toString();
    String[] all = new String[more.length + 4];
    all[0] = "tasks";
    all[1] = command;
    all[2] = "--env-file";
    all[3] = env;
    System.arraycopy(more, 0, all, 4, more.length);
    return Gascli.run(temp, all);
  }
}
