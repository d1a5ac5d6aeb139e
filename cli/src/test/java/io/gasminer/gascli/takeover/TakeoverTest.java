package io.gasminer.gascli.takeover;

import static io.gasminer.gascli.takeover.Handover.NOW;
import static io.gasminer.gascli.takeover.Item.Fate.BROKEN;
import static io.gasminer.gascli.takeover.Item.Fate.HERE;
import static io.gasminer.gascli.takeover.Item.Fate.LEFT;
import static io.gasminer.gascli.takeover.Item.Fate.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.miner.config.EnvText;
import io.gasminer.miner.store.SqlTaskStore;
import io.gasminer.miner.task.JobTicket;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskId;
import io.gasminer.miner.task.TaskState;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TakeoverTest {
  private static final Instant JUST_NOW = NOW.minus(Duration.ofMinutes(10));
  private static final String PNG = "\u0089PNG\r\n\u001a\nnot really, but whole";

  @TempDir private Path temp;
  private Handover handover;

  @BeforeEach
  void twoInstallations() throws Exception {
    handover = Handover.at(temp);
    handover.knownSettings();
  }

  @Test
  void settingsGoWhereThisMinersFileSaysNothing() throws Exception {
    handover.knownSettings(
        "RUNWAYML_API_SECRET=sk-runway",
        "VIDEO_SERVICE=openai",
        "MINER_DEVICE=cuda",
        "MINER_TASK_TIMEOUT=600",
        "HUGGING_FACE_TOKEN=hf",
        "BT_AXON_IP=0.0.0.0",
        "MINER_OUTPUT_DIR=./content",
        "BT_LOGGING_LEVEL=debug",
        "nonsense");
    Files.writeString(
        handover.disk().path(), "# mine\nBT_LOGGING_LEVEL=warning\nBT_WALLET_NAME=w\n");
    Plan plan = handover.plan();
    assertThat(plan.items())
        .contains(
            item("IMAGE_SERVICE=openai", TAKEN, ""),
            item("BT_AXON_IP=0.0.0.0", HERE, "it is the default"),
            item("BT_WALLET_NAME=w", HERE, ""),
            item("HUGGING_FACE_TOKEN", LEFT, "no setting of this miner"))
        .anySatisfy(line -> says(line, "RUNWAYML_API_KEY=•••", TAKEN, "an older name"))
        .anySatisfy(line -> says(line, "VIDEO_SERVICE=openai", LEFT, "OpenAI ended its video API"))
        .anySatisfy(line -> says(line, "MINER_DEVICE", LEFT, "ignored"))
        .anySatisfy(line -> says(line, "MINER_TASK_TIMEOUT=600", TAKEN, "waiting does not count"))
        .anySatisfy(line -> says(line, "BT_LOGGING_LEVEL=debug", LEFT, "warning, which stays"))
        .anySatisfy(line -> says(line, "MINER_OUTPUT_DIR=./content", TAKEN, "/ours/content"))
        .anySatisfy(line -> says(line, "a line", BROKEN, "KEY=value"));
    assertThat(plan.items().toString()).doesNotContain("sk-");
    assertThat(handover.carryOut()).isInstanceOf(Execution.End.Done.class);
    String written = Files.readString(handover.disk().path());
    assertThat(written).startsWith("# mine\nBT_LOGGING_LEVEL=warning\n");
    assertThat(EnvText.of(written).values())
        .containsEntry("OPENAI_API_KEY", "sk-of-the-known-miner")
        .containsEntry("RUNWAYML_API_KEY", "sk-runway")
        .doesNotContainKeys("VIDEO_SERVICE", "MINER_DEVICE");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(handover.disk().path())))
        .isEqualTo("rw-------");
  }

  @Test
  void doneTwiceIsDoneOnceAndTheOtherInstallationIsAsItWas() throws Exception {
    handover.task(id(1), "pending", JUST_NOW, "");
    Map<String, String> before = handover.fingerprint();
    assertThat(done().changed()).isEmpty();
    Plan again = handover.plan();
    assertThat(again.isEmpty()).as("%s", again.items()).isTrue();
    assertThat(again.items()).contains(new Item("tasks", id(1), HERE, ""));
    assertThat(handover.fingerprint()).isEqualTo(before);
  }

  @Test
  void aPendingTaskGoesOnHere() throws Exception {
    handover.task(id(1), "pending", JUST_NOW, "");
    done();
    try (SqlTaskStore store = handover.store()) {
      Task task = store.find(taskId(1)).orElseThrow();
      assertThat(task.state()).isEqualTo(new TaskState.Pending());
      assertThat(task.createdAt()).isEqualTo(JUST_NOW.plusMillis(250));
      assertThat(task.parameters()).isEqualTo(Map.of("resolution", "720p"));
      assertThat(task.signedBy()).isEqualTo(Handover.VALIDATOR);
    }
  }

  @Test
  void aBegunTaskKeepsItsJobSoThatItIsNotBoughtTwice() throws Exception {
    String started = ", \"started_at\": " + JUST_NOW.plusSeconds(5).getEpochSecond();
    handover.task(
        id(1),
        "processing",
        JUST_NOW,
        started
            + ", \"checkpoint\": {\"kind\": \"openrouter_video\", \"job_id\": \"gen-1\","
            + " \"model\": \"google/veo-3.1-lite\"}");
    handover.task(
        id(2),
        "processing",
        JUST_NOW,
        started + ", \"checkpoint\": {\"kind\": \"runway\", \"runway_task_id\": \"rw-2\"}");
    handover.task(
        id(3),
        "processing",
        JUST_NOW,
        ", \"checkpoint\": {\"kind\": \"fake_job\", \"job_id\": \"x\"}");
    done();
    try (SqlTaskStore store = handover.store()) {
      Task first = store.find(taskId(1)).orElseThrow();
      assertThat(first.state()).isEqualTo(new TaskState.Processing(JUST_NOW.plusSeconds(5)));
      assertThat(first.ticket().map(JobTicket::jobId)).contains("gen-1");
      assertThat(first.ticket().map(JobTicket::model)).contains("google/veo-3.1-lite");
      assertThat(store.find(taskId(2)).orElseThrow().ticket().map(JobTicket::provider))
          .contains("runway");
      assertThat(store.find(taskId(3)).orElseThrow().state()).isEqualTo(new TaskState.Pending());
      assertThat(store.counts().total()).isEqualTo(3);
    }
  }

  @Test
  void aFinishedTaskBringsWhatWasMade() throws Exception {
    byte[] png = PNG.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    handover.task(
        id(1),
        "completed",
        JUST_NOW,
        ", \"result_data\": \"" + Base64.getEncoder().encodeToString(png) + "\"");
    handover.task(id(2), "completed", JUST_NOW, "");
    Path kept = Files.createDirectories(handover.known().resolve("miner_generated_content/video"));
    Files.write(kept.resolve(id(2) + ".mp4"), png);
    handover.task(id(3), "completed", JUST_NOW, "");
    assertThat(handover.plan().items())
        .anySatisfy(line -> says(line, "1 task", LEFT, "is not there to be delivered"))
        .anySatisfy(line -> says(line, "1 files, 0 MiB", LEFT, "they stay there"));
    done();
    try (SqlTaskStore store = handover.store()) {
      for (int number : new int[] {1, 2}) {
        assertThat(store.find(taskId(number)).orElseThrow().state())
            .isInstanceOf(TaskState.Processing.class);
        assertThat(store.media(taskId(number)).orElseThrow().bytes()).isEqualTo(png);
      }
      assertThat(store.find(taskId(3))).isEmpty();
    }
  }

  @Test
  void whatNoValidatorWaitsForIsOnlyCounted() throws Exception {
    handover.task(id(1), "pending", NOW.minus(Duration.ofHours(2)), "");
    handover.task(id(2), "processing", NOW.minus(Duration.ofHours(30)), "");
    handover.task(id(3), "failed", JUST_NOW, "");
    handover.task(id(4), "pending", NOW.plus(Duration.ofHours(1)), "");
    Plan plan = handover.plan();
    assertThat(plan.tasks()).isEmpty();
    assertThat(plan.items())
        .anySatisfy(line -> says(line, "2 tasks", LEFT, "older than two hours"))
        .anySatisfy(line -> says(line, "1 task", LEFT, "it had failed"))
        .anySatisfy(line -> says(line, "1 task", LEFT, "a time to come"));
  }

  @Test
  void tasksOfAnotherHotkeyOrOfAMinerThatRunsAreLeft() throws Exception {
    handover.task(id(1), "pending", JUST_NOW, "");
    Files.writeString(handover.disk().path(), "BT_WALLET_HOTKEY=another\n");
    assertThat(handover.plan().items())
        .anySatisfy(line -> says(line, id(1), LEFT, "another hotkey"));
    Files.delete(handover.disk().path());
    try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      handover.knownSettings("BT_AXON_PORT=" + listening.getLocalPort());
      assertThat(handover.plan().items())
          .anySatisfy(line -> says(line, id(1), LEFT, "listens on its port"));
    }
    handover.knownSettings();
    Path pids = Files.createDirectories(temp.resolve("pm2/pids"));
    Files.writeString(
        pids.resolve("bitmind-generative-miner-0.pid"), "" + ProcessHandle.current().pid());
    assertThat(handover.plan().items())
        .anySatisfy(line -> says(line, id(1), LEFT, "PM2 runs bitmind-generative-miner"));
    assertThat(handover.plan().tasks()).isEmpty();
  }

  @Test
  void whileThisMinerRunsNothingIsPlanned() throws Exception {
    handover.task(id(1), "pending", JUST_NOW, "");
    try (SqlTaskStore running = handover.store()) {
      assertThat(running.counts().total()).isZero();
      assertThat(handover.takeover().plan())
          .isInstanceOfSatisfying(
              Plan.Making.Refused.class,
              refused -> assertThat(refused.why()).contains("gascli generator stop"));
    }
    assertThat(handover.plan().tasks()).hasSize(1);
  }

  @Test
  void figuresAreTakenAsThoseOfTheirDayUnlessThereAreSome() throws Exception {
    Files.writeString(
        handover.stats(),
        """
        {"last_updated": "2026-11-24T09:27:28.069328", "validators": {
          "127.0.0.1:9911": {"successes": 103, "failures": {"connection_error": 1},
            "total_failures": 1, "last_success": "2026-11-24T09:16:10.819082",
            "last_failure": null, "last_failure_reason": null},
          "": {"successes": 0, "failures": {"unknown": 2}}}}
        """);
    assertThat(handover.plan().items())
        .anySatisfy(line -> says(line, "1 receivers", TAKEN, "figures of that day"));
    done();
    Path ours =
        handover.ours().resolve("miner_generated_content/.gen_miner_state/webhook_stats.json");
    assertThat(Files.readString(ours))
        .contains("\"2026-11-24\"", "127.0.0.1:9911", "\"successes\" : 103", "connection_error");
    assertThat(handover.plan().items())
        .anySatisfy(line -> says(line, "1 receivers", LEFT, "figures of its own"));
    Files.writeString(handover.stats(), "{\"last_updated\": 7}");
    assertThat(handover.plan().items())
        .anySatisfy(line -> says(line, "webhook_stats.json", BROKEN, "of when it is"));
  }

  @Test
  void aFolderOfTheKnownMinerMayBeThisMinersOwn() throws Exception {
    handover.task(id(1), "pending", JUST_NOW, "");
    handover.knownSettings("VIDEO_SERVICE=openai", "MINER_DEVICE=cuda", "RUNWAYML_API_SECRET=r");
    Path file = handover.known().resolve(".env.gen_miner");
    Takeover apart = handover.takeover();
    Takeover inPlace =
        new Takeover(
            apart.known(),
            new io.gasminer.gascli.setup.EnvDisk(file),
            java.util.Optional.of(Files.readString(file)),
            apart.pm2(),
            apart.zone(),
            apart.clock());
    Plan plan = ((Plan.Making.Made) inPlace.plan()).plan();
    assertThat(plan.changes()).isEmpty();
    assertThat(plan.tasks()).hasSize(1);
    assertThat(plan.items())
        .anySatisfy(line -> says(line, "MINER_DEVICE", LEFT, "ignored"))
        .anySatisfy(line -> says(line, "RUNWAYML_API_SECRET", HERE, "RUNWAYML_API_KEY"))
        .anySatisfy(line -> says(line, "will not start", BROKEN, "OpenAI ended its video API"));
    assertThat(new Execution(inPlace, plan).run()).isInstanceOf(Execution.End.Done.class);
    assertThat(handover.state().resolve(id(1) + ".json")).exists();
    assertThat(handover.state().resolve("tasks.db")).exists();
  }

  private Execution.End.Done done() {
    return switch (handover.carryOut()) {
      case Execution.End.Done done -> done;
      case Execution.End.Refused(String why, boolean again) -> throw new AssertionError(why);
    };
  }

  private static void says(Item item, String what, Item.Fate fate, String why) {
    assertThat(item.what()).contains(what);
    assertThat(item.fate()).isEqualTo(fate);
    assertThat(item.why()).contains(why);
  }

  private static Item item(String what, Item.Fate fate, String why) {
    return new Item("settings", what, fate, why);
  }

  static String id(int number) {
    return new UUID(0x1234_5678_9abc_4000L, 0x8000_0000_0000_0000L + number).toString();
  }

  private static TaskId taskId(int number) {
    return TaskId.parse(id(number)).orElseThrow();
  }
}
