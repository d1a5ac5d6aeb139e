package io.gasminer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.gascli.process.Supervision;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the operator is told of a miner in the background, before, while and after it runs. */
class StatusAcceptanceTest {
  private static final Duration SOON = Duration.ofMinutes(1);

  @TempDir private Path temp;

  @Test
  void theStatusTellsTheStoryOfAMinerAndHealsItsSupervision() throws Exception {
    try (Background miner = Background.with(temp, Map.of())) {
      Gascli before = miner.generator("status");
      assertThat(before.exitCode()).isEqualTo(3);
      assertThat(before.out()).contains("stopped", "Next step: gascli generator start");

      assertThat(miner.generator("start").exitCode()).isZero();
      miner.awaitDelivery(miner.challenge());
      JsonNode running = status(miner, 0);
      assertThat(running.path("state").asString()).isEqualTo("running");
      assertThat(running.path("pid").asLong()).isEqualTo(miner.miner());
      assertThat(running.path("in_charge").path("name").asString()).isEqualTo("gascli");
      assertThat(running.path("supervisor").path("pid").asLong()).isEqualTo(miner.supervisor());
      assertThat(running.path("restarts").asInt()).isZero();
      assertThat(running.path("uid").asInt()).isEqualTo(1);
      Rehearsal.await("the receipt is told", SOON, () -> isDelivered(miner));

      aSupervisorThatWasKilledIsReplacedAndThatIsSaid(miner);

      Background.kill(miner.miner());
      Rehearsal.await("it runs again", SOON, () -> restarts(miner) == 1);
      JsonNode again = status(miner, 0).path("supervisor");
      assertThat(again.path("last_exit").path("reason").asString()).isNotEmpty();

      assertThat(miner.generator("stop").exitCode()).isZero();
      assertThat(status(miner, 3).path("state").asString()).isEqualTo("stopped");
    }
  }

  private static void aSupervisorThatWasKilledIsReplacedAndThatIsSaid(Background miner)
      throws Exception {
    long before = miner.miner();
    Background.kill(miner.supervisor());
    Rehearsal.await(
        "the miner is alone",
        SOON,
        () -> miner.supervision().condition() == Supervision.Condition.ORPHANED);
    Gascli healed = miner.generator("status");
    assertThat(healed.exitCode()).as(healed.out() + healed.err()).isZero();
    assertThat(healed.out()).contains("supervisor had died", "nothing is lost");
    assertThat(miner.miner()).isEqualTo(before);
    assertThat(miner.supervision().condition()).isEqualTo(Supervision.Condition.SUPERVISED);
    Gascli next = miner.generator("status");
    assertThat(next.out())
        .contains("gascli's supervisor (pid " + miner.supervisor() + ")")
        .doesNotContain("had died");
  }

  private static boolean isDelivered(Background miner) {
    JsonNode tasks = statusNow(miner).path("tasks");
    return tasks.path("delivered_24h").asInt() == 1
        && tasks
            .path("last_delivery")
            .path("answer")
            .asString("")
            .equals("Binary content received");
  }

  private static int restarts(Background miner) {
    JsonNode now = statusNow(miner);
    return now.path("state").asString("").equals("running") ? now.path("restarts").asInt() : -1;
  }

  private static JsonNode statusNow(Background miner) {
    try {
      return JsonMapper.shared().readTree(miner.generator("status", "--json").out());
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  private static JsonNode status(Background miner, int exitCode) throws Exception {
    Gascli run = miner.generator("status", "--json");
    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(exitCode);
    return JsonMapper.shared().readTree(run.out());
  }
}
