package io.gasminer.gascli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.gascli.tasks.Retry;
import io.gasminer.miner.delivery.RetryDesk;
import io.gasminer.miner.delivery.RetryObstacle;
import io.gasminer.miner.events.StepEvents;
import io.gasminer.miner.store.ArchiveOpening;
import io.gasminer.miner.store.Archives;
import io.gasminer.miner.store.SqlTaskStore;
import io.gasminer.miner.store.StoreOpening;
import io.gasminer.miner.store.Stores;
import io.gasminer.miner.task.AcceptOutcome;
import io.gasminer.miner.task.Attempt;
import io.gasminer.miner.task.Media;
import io.gasminer.miner.task.Modality;
import io.gasminer.miner.task.SeenRequest;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskArchive;
import io.gasminer.miner.task.TaskEvent;
import io.gasminer.miner.task.TaskId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TasksCommandTest {
  private static final String HOTKEY = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";

  @TempDir private Path temp;
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
  private SqlTaskStore store;
  private Path file;

  @BeforeEach
  void openTheStore() throws Exception {
    file = Files.writeString(temp.resolve("x.env"), "MINER_STATE_DIR=" + temp.resolve("state"));
    store = opened();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private SqlTaskStore opened() {
    if (Stores.open(Optional.empty(), temp.resolve("state"), 100)
        instanceof StoreOpening.Opened(SqlTaskStore opened)) {
      return opened;
    }
    throw new AssertionError("the store did not open");
  }

  private Typed tasks(String command, String... more) {
    String[] all = new String[4 + more.length];
    all[0] = "tasks";
    all[1] = command;
    all[2] = "--env-file";
    all[3] = file.toString();
    System.arraycopy(more, 0, all, 4, more.length);
    return Typed.gascli(all);
  }

  private Task accepted(String id, Instant at) {
    Task task =
        Task.accepted(
            new TaskId(UUID.fromString(id)),
            Modality.IMAGE,
            "a red fox",
            Map.of("resolution", "1K"),
            "http://203.0.113.9:8080/generative_callback",
            HOTKEY,
            at);
    SeenRequest request = new SeenRequest(id, at.plusSeconds(60));
    assertThat(store.accept(task, request)).isEqualTo(new AcceptOutcome.Accepted());
    return task;
  }

  private Task made(String id, Instant at) {
    Task started = accepted(id, at).started(at);
    store.save(started);
    Media media = new Media(new byte[] {1, 2, 3}, "image/png", Map.of("model", "m-1"));
    store.storeMedia(started.id(), media);
    Task done = started.completed(media, at.plusSeconds(4));
    store.toDelivery(done, now.plusSeconds(900));
    return done;
  }

  private void attempted(Task task, int status, String outcome) {
    store.recordAttempt(
        task.id(), new Attempt(now, Optional.of(status), "{\"message\":\"words\"}", outcome));
  }

  @Test
  void whatTheStoreHoldsIsListedAlsoWhileAMinerHasIt() {
    Task done = made("aaaaaaaa-0000-4000-8000-000000000001", now.minusSeconds(60));
    attempted(done, 200, "recorded");
    Task waiting = accepted("bbbbbbbb-0000-4000-8000-000000000001", now);

    assertThat(tasks("list").out()).contains("aaaaaaaa", "recorded", "bbbbbbbb", "5Grwv…utQY");
    JsonNode json = JsonMapper.shared().readTree(tasks("list", "--json", "--limit", "1").out());
    assertThat(json.path("tasks").size()).isEqualTo(1);
    assertThat(json.path("tasks").path(0).path("id").asString(""))
        .isEqualTo(waiting.id().toString());
    assertThat(tasks("list", "--state", "undelivered").out())
        .startsWith("There is no task to show");
    assertThat(tasks("deliveries").out()).contains("aaaaaaaa", "203.0.113.9:8080", "words");
    assertThat(tasks("deliveries", "--failed").out()).startsWith("There is no attempt to show");
  }

  @Test
  void theUidIsThatOfTheMinersLastMetagraph() throws Exception {
    accepted("bbbbbbbb-0000-4000-8000-000000000001", now);
    Files.writeString(
        temp.resolve("state/metagraph-379.json"),
        "{\"netuid\":379,\"block\":1,\"neurons\":[{\"uid\":77,\"hotkey\":\"%s\",\"stake\":1}]}"
            .formatted(HOTKEY));
    assertThat(tasks("list").out()).contains("uid 77");
    assertThat(tasks("show", "bbb").out()).contains("uid 77 (" + HOTKEY + ")");
  }

  @Test
  void theBeginningOfAnIdNamesATaskAndAnUnclearOneSaysWhatToType() {
    made("aaaaaaaa-0000-4000-8000-000000000001", now);
    made("aaaaaaaa-1111-4000-8000-000000000001", now);

    assertThat(tasks("show", "aaaaaaaa-1").out())
        .contains("Task aaaaaaaa-1111-4000-8000-000000000001: image, completed", "kept here");
    Typed several = tasks("show", "aaaa");
    assertThat(several.exitCode()).isEqualTo(2);
    assertThat(several.err()).contains("several ids", "aaaaaaaa-0000", "type more of it");
    Typed none = tasks("show", "ffff\u001b[2J");
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err()).contains("No task begins with 'ffff?[2J'", "gascli tasks list");
  }

  @Test
  void withoutACommandTheListIsShownAndWrongWordsAreRefused() {
    assertThat(Typed.gascli("tasks", "--help").out()).contains("list", "show", "retry");
    accepted("aaaaaaaa-0000-4000-8000-000000000001", now.minusSeconds(60));
    accepted("bbbbbbbb-0000-4000-8000-000000000001", now);
    Typed listed = Typed.gascli("tasks", "-q", "--env-file=" + file, "--limit", "1", "--json");
    assertThat(JsonMapper.shared().readTree(listed.out()).path("tasks").size())
        .as(listed.err())
        .isEqualTo(1);
    assertThat(Typed.gascli("tasks", "--state", "gone").err()).contains("none of pending");
    assertThat(Typed.gascli("tasks", "--wrong").exitCode()).isEqualTo(2);
    assertThat(Typed.gascli("tasks", "-qv", "show", "--help").out())
        .startsWith("Usage: gascli tasks show");
    assertThat(tasks("list", "--state", "gone").err()).contains("'gone' is none of pending");
    assertThat(tasks("list", "--since", "soon").err()).contains("'soon' is no span such as 30m");
    assertThat(tasks("list", "--modality", "smell").err()).contains("none of image, video");
    assertThat(tasks("list", "--limit", "0").exitCode()).isEqualTo(2);
  }

  @Test
  void aFolderWithoutTasksSaysSo() throws Exception {
    Path other = Files.writeString(temp.resolve("y.env"), "MINER_STATE_DIR=" + temp.resolve("no"));
    Typed list = Typed.gascli("tasks", "list", "--env-file", other.toString());
    assertThat(list.exitCode()).isEqualTo(1);
    assertThat(list.err()).contains("no miner has kept tasks", "MINER_STATE_DIR");
  }

  @Test
  void whatCannotBeSentAgainSaysWhy() {
    Task recorded = made("aaaaaaaa-0000-4000-8000-000000000001", now);
    attempted(recorded, 200, "recorded");
    Task refused = made("bbbbbbbb-0000-4000-8000-000000000001", now);
    attempted(refused, 400, "refused");
    made("cccccccc-0000-4000-8000-000000000001", now.minus(Duration.ofHours(3)));
    Task released = made("dddddddd-0000-4000-8000-000000000001", now);
    store.releaseMedia(released.id());
    accepted("eeeeeeee-0000-4000-8000-000000000001", now);
    store.save(accepted("ffffffff-0000-4000-8000-000000000001", now).failed("moderated", now));

    assertThat(tasks("retry", "aaaa").out()).contains("the validator has it since");
    assertThat(tasks("retry", "aaaa").exitCode()).isZero();
    Map<String, String> answers =
        Map.of(
            "bbbb", "judged it and refused (\"words\")",
            "cccc", "the challenge closed at",
            "dddd", "no longer kept here",
            "eeee", "there is no result yet",
            "ffff", "failed before there was a result (moderated)");
    assertThat(answers)
        .allSatisfy(
            (id, words) -> {
              Typed retry = tasks("retry", id);
              assertThat(retry.exitCode()).isEqualTo(1);
              assertThat(retry.err().replaceAll("\\s+", " ")).contains(words);
            });
  }

  @Test
  void withoutAMinerTheResultIsDueAtTheNextStart() throws Exception {
    Task done = made("aaaaaaaa-0000-4000-8000-000000000001", now);
    attempted(done, 503, "not-delivered");
    store.close();
    Files.writeString(temp.resolve("state/miner.pid"), "9999999999");

    Typed retry = tasks("retry", "aaaa");
    assertThat(retry.exitCode()).isZero();
    assertThat(retry.out().replaceAll("\\s+", " "))
        .contains("due now", "sent as soon as one runs", "The challenge closes at");
    store = opened();
    try (TaskArchive archive = archive()) {
      assertThat(archive.standing(done.id()).orElseThrow().due()).isBefore(now.plusSeconds(300));
      assertThat(archive.events(done.id()))
          .extracting(TaskEvent::kind)
          .containsExactly(TaskEvent.Kind.RETRIED);
    }
  }

  @Test
  void theRunningMinerIsAskedAndItsAttemptIsWaitedFor() throws Exception {
    Task done = made("aaaaaaaa-0000-4000-8000-000000000001", now);
    attempted(done, 503, "not-delivered");
    RetryDesk desk = new RetryDesk(store, store, InstantSource.system(), new StepEvents());
    Retry retry =
        new Retry(
            Optional.empty(),
            temp.resolve("state"),
            Duration.ofSeconds(30),
            InstantSource.system(),
            wait -> {
              desk.look(RetryDesk.mailbox(temp.resolve("state")));
              if (!store.events(done.id()).isEmpty() && store.attempts(done.id()).size() == 1) {
                attempted(done, 200, "recorded");
              }
            });
    try (TaskArchive archive = archive()) {
      assertThat(retry.send(archive, done, "letter"))
          .isInstanceOfSatisfying(
              Retry.Outcome.Sent.class,
              sent -> assertThat(sent.attempt().outcome()).isEqualTo("recorded"));
      assertThat(retry.send(archive, done, "another"))
          .isInstanceOfSatisfying(
              Retry.Outcome.Not.class,
              not -> assertThat(not.obstacle()).isInstanceOf(RetryObstacle.Recorded.class));
    }
    assertThat(store.attempts(done.id())).hasSize(2);
  }

  private TaskArchive archive() {
    return switch (Archives.open(Optional.empty(), temp.resolve("state"))) {
      case ArchiveOpening.Opened(TaskArchive archive) -> archive;
      case ArchiveOpening.Nothing(String why) -> throw new AssertionError(why);
      case ArchiveOpening.Unavailable(String why) -> throw new AssertionError(why);
    };
  }

  @Test
  void everyCommandExplainsItself() {
    for (String command : List.of("list", "show", "retry", "deliveries")) {
      Typed help = Typed.gascli("tasks", command, "--help");
      assertThat(help.exitCode()).as(command).isZero();
      assertThat(help.out()).as(command).contains("Usage: gascli tasks " + command, "--utc");
    }
  }
}
