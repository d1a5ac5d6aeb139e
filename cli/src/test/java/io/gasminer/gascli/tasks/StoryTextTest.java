package io.gasminer.gascli.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.gascli.paper.Paper;
import io.gasminer.miner.task.TaskEvent.Kind;
import io.gasminer.miner.task.TaskReceipt;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StoryTextTest {
  private static final Paper NARROW = new Paper(50, false, true);

  @Test
  void aDeliveredTaskIsToldFromTheChallengeToTheReceipt() {
    assertThat(text(Stories.recorded(), Paper.PLAIN))
        .isEqualTo(
            """
            Task 3f2a9c10-7b1e-4c55-9d0a-1b2c3d4e5f60: image, completed
              asked by     uid 12 (5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY)
              prompt       a red fox in the snow at dawn, seen from above, with long blue
                           shadows
              parameters   {"resolution":"1K","seed":7}
              webhook      203.0.113.9:8080
              accepted     2026-11-25 14:03:22 +00:00
              closes       2026-11-25 16:03:22 +00:00
              media        image/png, 2345 bytes (no longer kept here)
                model      google/gemini-3-pro-image
                tier       1K

            14:03:22.100 · accepted
            14:03:22.120 · generation begins
            14:03:22.130 · asked openrouter for google/gemini-3-pro-image (request 1)
            14:03:28.400 ✓ made: image/png, 2345 bytes, after 6.3 s
            14:03:28.500 ✓ gate passed: validators would take it, signed by Google LLC, tier
                           1K
            14:03:30.100 ! delivery 1: 200 unknown-task
                           "Task not found in current session"
                           the validator does not know the task (it was restarted, or
                           dropped the challenge) and threw the result away
            14:03:34.100 ✓ delivery 2: 200 recorded
                           "Binary content received"
                           the validator has it and rates it by its own measure from here on

            Delivered: the validator has the result since 2026-11-25 14:03:34 +00:00; what
                       it pays depends on how it rates it
            Next step: gascli generator performance shows how the validators rate this miner
            """);
  }

  @Test
  void aHeldTaskSaysWhatToMendAndUntilWhenAlsoOnANarrowTerminal() {
    assertThat(text(Stories.held(), NARROW))
        .endsWith(
            """
            14:03:30.100 ✗ delivery 1: 401 our-request-wrong
                           "Request is too stale"
                           the validator could not take the
                           request itself: its signature, time
                           or headers

            Still open: not delivered, and not sent again by
                        itself: the validator could not take
                        the request itself: its signature,
                        time or headers
            Whose fault: this machine's
            Next step: look at the validator's words above: a
                       time that is too old or too new is a
                       wrong clock here (timedatectl), a
                       signature the wrong hotkey
                       then gascli tasks retry
                       3f2a9c10-7b1e-4c55-9d0a-1b2c3d4e5f60
                       before 2026-11-25 16:03:22 +00:00
            """);
  }

  @Test
  void everyFailureSaysWhoseFaultItWas() {
    Map<Kind, String> faults =
        Map.of(
            Kind.OPERATOR_PROBLEM, "this account's",
            Kind.MODERATED, "nobody's",
            Kind.UNFIT, "the model's",
            Kind.RULED_OUT, "the model's or the provider's",
            Kind.WAITING, "the provider's: it could not serve in time",
            Kind.UNCERTAIN, "this machine's",
            Kind.ASKED, "the provider's");
    assertThat(faults)
        .allSatisfy(
            (kind, fault) ->
                assertThat(
                        text(
                            Stories.failed("No luck.", List.of(Stories.event(30, kind, "m-1"))),
                            Paper.PLAIN))
                    .contains("Not paid: No luck. The validator was told\nWhose fault: " + fault)
                    .contains("Next step: "));
    assertThat(text(Stories.failed("The challenge closed before its turn came", List.of()), NARROW))
        .contains("this miner's: more was accepted");
  }

  @Test
  void theSameWaitInARowIsToldOnce() {
    List<io.gasminer.miner.task.TaskEvent> waits =
        List.of(
            Stories.event(30, Kind.WAITING, "503"),
            Stories.event(31, Kind.WAITING, "503"),
            Stories.event(32, Kind.WAITING, "504"));
    assertThat(text(Stories.failed("Timed out", waits), Paper.PLAIN))
        .contains("14:03:22.130 ! nothing bought, tried again later: 503 (2 times)")
        .contains("14:03:22.132 ! nothing bought, tried again later: 504\n");
  }

  @Test
  void nothingOfAStrangerReachesTheTerminalUnescaped() {
    TaskStory story = Stories.hostile();
    List<TaskReceipt> receipts =
        List.of(new TaskReceipt(story.task(), story.attempts().getFirst()));
    for (Paper paper : List.of(Paper.PLAIN, NARROW)) {
      String all =
          text(story, paper)
              + printed(out -> list(story).print(out, paper))
              + printed(out -> deliveries(receipts).print(out, paper));
      assertThat(all).contains("?[2J?]0;owned?").doesNotContain("token=secret");
      assertThat(all.codePoints().filter(point -> point != '\n'))
          .noneMatch(Character::isISOControl)
          .noneMatch(point -> Character.getType(point) == Character.FORMAT);
      assertThat(all.lines()).allMatch(line -> line.length() <= paper.width());
    }
  }

  @Test
  void aListFitsTheTerminal() {
    assertThat(printed(out -> list(Stories.recorded(), Stories.held()).print(out, Paper.PLAIN)))
        .isEqualTo(
            """
            TIME      ID        TYPE   TIER  MODEL               STATE      DELIVERY  BY
            14:03:22  3f2a9c10  image  1K    google/gemini-3-p…  completed  recorded  uid 12
            14:03:22  3f2a9c10  image  1K    google/gemini-3-p…  completed  held      uid 12

            gascli tasks show ID tells why; a few characters of an id are enough.
            """);
    assertThat(printed(out -> list(Stories.held()).print(out, NARROW)))
        .startsWith(
            """
            TIME      14:03:22
            ID        3f2a9c10
            TYPE      image
            TIER      1K
            MODEL     google/gemini-3-pro-image
            STATE     completed
            DELIVERY  held
            BY        uid 12
            """);
  }

  @Test
  void deliveriesAreSummedUpForEachValidator() {
    TaskStory story = Stories.recorded();
    List<TaskReceipt> receipts =
        story.attempts().reversed().stream()
            .map(attempt -> new TaskReceipt(story.task(), attempt))
            .toList();
    assertThat(printed(out -> deliveries(receipts).print(out, Paper.PLAIN)))
        .isEqualTo(
            """
            TIME      TASK      BY      HOST             HTTP  OUTCOME       WORDS
            14:03:34  3f2a9c10  uid 12  203.0.113.9:80…   200  recorded      Binary content…
            14:03:30  3f2a9c10  uid 12  203.0.113.9:80…   200  unknown-task  Task not found…

            VALIDATOR  RECORDED  AGAIN  REFUSED  NEWEST
            uid 12            1      1        0  14:03:34
            """);
    JsonNode json = JsonMapper.shared().readTree(deliveries(receipts).json());
    assertThat(json.path("deliveries").path(0).path("at").asString(""))
        .isEqualTo("2026-11-25T14:03:34.100Z");
    assertThat(json.path("validators").path(0).path("recorded").asInt(0)).isEqualTo(1);
  }

  @Test
  void scriptsGetTheWholeStory() {
    JsonNode json =
        JsonMapper.shared().readTree(StoryJson.of(Stories.held(), Stories.TIMES, Stories.HOTKEYS));
    assertThat(json.path("validator").path("uid").asInt(0)).isEqualTo(12);
    assertThat(json.path("events").path(1).path("kind").asString("")).isEqualTo("produced");
    assertThat(json.path("attempts").path(0).path("status").asInt(0)).isEqualTo(401);
    assertThat(json.path("pay").path("answer").asString("")).isEqualTo("open");
    assertThat(json.path("media").path("kept").asBoolean(false)).isTrue();
    assertThat(json.path("closes_at").asString("")).isEqualTo("2026-11-25T16:03:22.100Z");
  }

  private static TaskList list(TaskStory... stories) {
    return new TaskList(List.of(stories), 8, Stories.TIMES, Stories.HOTKEYS);
  }

  private static DeliveryList deliveries(List<TaskReceipt> receipts) {
    return new DeliveryList(receipts, 20, 8, Stories.TIMES, Stories.HOTKEYS);
  }

  private static String text(TaskStory story, Paper paper) {
    return printed(out -> new StoryText(story, Stories.TIMES, Stories.HOTKEYS).print(out, paper));
  }

  private static String printed(Consumer<PrintWriter> what) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    what.accept(out);
    out.flush();
    return text.toString().replace(System.lineSeparator(), "\n");
  }
}
