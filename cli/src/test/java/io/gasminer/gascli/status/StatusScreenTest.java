package io.gasminer.gascli.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.gascli.charge.Charge;
import io.gasminer.gascli.paper.JsonText;
import io.gasminer.gascli.paper.Paper;
import io.gasminer.gascli.probe.Door;
import io.gasminer.miner.vitals.Vitals;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stands on the screen, word for word. */
class StatusScreenTest {
  private static final Instant NOW = Instant.parse("2026-11-25T04:00:00Z");
  private static final String ALICE = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
  private static final Place PLACE =
      new Place(Path.of("/state"), "0.0.0.0", 8093, Optional.of(ALICE), List.of());
  private static final Usage USAGE =
      new Usage(
          4711,
          Optional.of(Duration.ofMinutes(133)),
          Optional.of(3.1),
          Optional.of(0.8),
          Optional.of(148_897_792L));
  private static final Vitals VITALS =
      new Vitals(
          4711,
          "0.1.0",
          NOW.minusSeconds(7_980),
          NOW.minusSeconds(2),
          8093,
          ALICE,
          new Vitals.Chain(Optional.of(17), 5_123_456, NOW.minusSeconds(600)),
          List.of(
              new Vitals.Service("OpenAIService", true, List.of("image"), Optional.empty()),
              new Vitals.Service(
                  "RunwayService",
                  true,
                  List.of("video"),
                  Optional.of(
                      new Vitals.Rest("the key was refused (401)", NOW.plusSeconds(240))))));
  private static final Ledger LEDGER =
      new Ledger.Read(
          2,
          1,
          1_041,
          3,
          Optional.of(
              new Ledger.LastWord(
                  "0b7e4a52-3c11-4f0e-9d5a-6f1f2b8f3c77",
                  NOW.minusSeconds(185),
                  "recorded",
                  Optional.of(200),
                  "Binary content received")));

  private static Supervised supervised(Supervised.Phase phase) {
    return new Supervised(
        phase,
        Optional.of(4700L),
        false,
        Optional.of(4711L),
        1,
        Optional.of(
            new Supervised.LastExit(
                137,
                NOW.minusSeconds(7_982),
                "signal KILL (kill -9, or the system was short of memory)")),
        phase == Supervised.Phase.BACKOFF ? Optional.of(NOW.plusSeconds(16)) : Optional.empty());
  }

  private static MinerStatus running() {
    return new Seen(
            PLACE,
            8093,
            Optional.of(USAGE),
            new Door.Answered(),
            Optional.of(VITALS),
            Optional.of(supervised(Supervised.Phase.RUNNING)),
            Optional.empty())
        .status(new Charge.Supervisor(4700), LEDGER, NOW);
  }

  private static MinerStatus backingOff() {
    return new Seen(
            PLACE,
            8093,
            Optional.empty(),
            new Door.Closed("nothing listens on port 8093"),
            Optional.empty(),
            Optional.of(supervised(Supervised.Phase.BACKOFF)),
            Optional.empty())
        .status(new Charge.Gone(), LEDGER, NOW);
  }

  private static MinerStatus hung() {
    return new Seen(
            new Place(
                Path.of("/state"),
                "0.0.0.0",
                8093,
                Optional.of(ALICE),
                List.of("IMAGE_SERVICE=openai needs its key; set OPENAI_API_KEY")),
            8093,
            Optional.of(USAGE),
            new Door.Silent("port 8093 gives no answer within 3.0 s"),
            Optional.of(VITALS),
            Optional.empty(),
            Optional.empty())
        .status(
            new Charge.Systemd("gas-miner.service", false),
            new Ledger.Unread("the database does not answer in 4 s"),
            NOW);
  }

  @Test
  void aMinerThatRunsOnEightyColumns() {
    assertThat(text(Paper.PLAIN, running()))
        .isEqualTo(
            """
            Generative miner  ✓ running
              process     pid 4711, for 2 h 13 min, 3.1 % CPU (0.8 % on average), 142 MiB
              in charge   gascli's supervisor (pid 4700)
              to stop it  gascli generator stop
              restarts    1
              last exit   2 h 13 min ago: signal KILL (kill -9, or the system was short of
                          memory)
              port        8093
              version     0.1.0
              hotkey      5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY
              uid         17
              block       5,123,456, read 10 min 0 s ago
              service     ✓ OpenAIService: image
              service     ! RunwayService: video; left alone for 4 min 0 s: the key was
                            refused (401)
              queue       2 pending, 1 processing
              in 24 h     1,041 delivered, 3 failed
              last sent   3 min 5 s ago: recorded; the validator answered 200, "Binary
                          content received"
              of task     0b7e4a52-3c11-4f0e-9d5a-6f1f2b8f3c77
            """);
  }

  @Test
  void aMinerThatRunsOnFiftyColumns() {
    assertThat(text(new Paper(50, false, true), running()))
        .isEqualTo(
            """
            Generative miner  ✓ running
              process     pid 4711, for 2 h 13 min, 3.1 % CPU
                          (0.8 % on average), 142 MiB
              in charge   gascli's supervisor (pid 4700)
              to stop it  gascli generator stop
              restarts    1
              last exit   2 h 13 min ago: signal KILL (kill
                          -9, or the system was short of
                          memory)
              port        8093
              version     0.1.0
              hotkey
              5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY
              uid         17
              block       5,123,456, read 10 min 0 s ago
              service     ✓ OpenAIService: image
              service     ! RunwayService: video; left alone
                            for 4 min 0 s: the key was refused
                            (401)
              queue       2 pending, 1 processing
              in 24 h     1,041 delivered, 3 failed
              last sent   3 min 5 s ago: recorded; the
                          validator answered 200, "Binary
                          content received"
              of task     0b7e4a52-3c11-4f0e-9d5a-6f1f2b8f3c77
            """);
  }

  @Test
  void aMinerThatWaitsToBeStartedAgain() {
    assertThat(text(Paper.PLAIN, backingOff()))
        .isEqualTo(
            """
            Generative miner  ! waiting to be started again: again in 16 s
              restarts    1
              last exit   2 h 13 min ago: signal KILL (kill -9, or the system was short of
                          memory)
              next start  2026-11-25T04:00:16Z
              port        8093
              hotkey      5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY
              queue       2 pending, 1 processing
              in 24 h     1,041 delivered, 3 failed
              last sent   3 min 5 s ago: recorded; the validator answered 200, "Binary
                          content received"
              of task     0b7e4a52-3c11-4f0e-9d5a-6f1f2b8f3c77
            Next step: gascli generator logs shows why it ended
            """);
  }

  @Test
  void aMinerThatHangsUnderSystemdWithBrokenSettings() {
    assertThat(text(Paper.PLAIN, hung()))
        .isEqualTo(
            """
            Generative miner  ✗ not answering: its process is there, but port 8093 gives no
                                answer within 3.0 s
              process     pid 4711, for 2 h 13 min, 3.1 % CPU (0.8 % on average), 142 MiB
              in charge   systemd (gas-miner.service)
              to stop it  sudo systemctl stop gas-miner.service
              port        8093
              version     0.1.0
              hotkey      5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY
              uid         17
              block       5,123,456, read 10 min 0 s ago
              service     ✓ OpenAIService: image
              service     ! RunwayService: video; left alone for 4 min 0 s: the key was
                            refused (401)
              tasks       not known: the database does not answer in 4 s
            ! the settings are wrong, so a start would fail: IMAGE_SERVICE=openai needs its
              key; set OPENAI_API_KEY
            Next step: gascli generator logs shows what it does; then sudo systemctl restart
                       gas-miner.service
            """);
  }

  @Test
  void theTableOfAllServices() {
    assertThat(table(Paper.PLAIN, running()) + table(Paper.PLAIN, backingOff()))
        .isEqualTo(
            """
            NAME       STATE     PID      UPTIME    CPU   MEMORY  RESTARTS  PORT
            generator  running  4711  2 h 13 min  3.1 %  142 MiB         1  8093
            NAME       STATE                        PID  UPTIME  CPU  MEMORY  RESTARTS  PORT
            generator  waiting to be started again    -       -    -       -         1  8093
            """);
    assertThat(table(new Paper(50, false, true), running()))
        .isEqualTo(
            """
            NAME      generator
            STATE     running
            PID       4711
            UPTIME    2 h 13 min
            CPU       3.1 %
            MEMORY    142 MiB
            RESTARTS  1
            PORT      8093

            """);
  }

  @Test
  void theSameForScripts() {
    assertThat(JsonText.of(StatusJson.of(running())) + "\n")
        .isEqualTo(
            """
            {
              "name" : "generator",
              "state" : "running",
              "pid" : 4711,
              "uptime_seconds" : 7980,
              "cpu_percent" : 3.1,
              "memory_bytes" : 148897792,
              "restarts" : 1,
              "port" : 8093,
              "reason" : "",
              "cpu_percent_average" : 0.8,
              "state_dir" : "/state",
              "in_charge" : {
                "name" : "gascli",
                "words" : "gascli's supervisor (pid 4700)",
                "stop" : "gascli generator stop",
                "restart" : "gascli generator restart"
              },
              "supervisor" : {
                "pid" : 4700,
                "state" : "running",
                "restarts" : 1,
                "last_exit" : {
                  "code" : 137,
                  "at" : "2026-11-25T01:46:58Z",
                  "reason" : "signal KILL (kill -9, or the system was short of memory)"
                },
                "next_start_at" : null
              },
              "version" : "0.1.0",
              "hotkey" : "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY",
              "uid" : 17,
              "block" : 5123456,
              "block_age_seconds" : 600,
              "services" : [ {
                "name" : "OpenAIService",
                "available" : true,
                "makes" : [ "image" ],
                "left_alone_because" : null,
                "left_alone_until" : null
              }, {
                "name" : "RunwayService",
                "available" : true,
                "makes" : [ "video" ],
                "left_alone_because" : "the key was refused (401)",
                "left_alone_until" : "2026-11-25T04:04:00Z"
              } ],
              "tasks" : {
                "pending" : 2,
                "processing" : 1,
                "delivered_24h" : 1041,
                "failed_24h" : 3,
                "last_delivery" : {
                  "task" : "0b7e4a52-3c11-4f0e-9d5a-6f1f2b8f3c77",
                  "at" : "2026-11-25T03:56:55Z",
                  "outcome" : "recorded",
                  "status" : 200,
                  "answer" : "Binary content received"
                }
              },
              "warnings" : [ ],
              "next_step" : null
            }
            """);
  }

  @Test
  void whateverAValidatorOrAVendorSaysNoControlCharacterReachesTheTerminal() {
    String wild = "\u001b]0;owned\u0007\u009b31m\u202e";
    Vitals told =
        new Vitals(
            4711,
            wild,
            NOW,
            NOW,
            8093,
            wild,
            new Vitals.Chain(Optional.empty(), 1, NOW),
            List.of(
                new Vitals.Service(
                    wild,
                    false,
                    List.of(wild),
                    Optional.of(new Vitals.Rest(wild, NOW.minusSeconds(1))))));
    MinerStatus status =
        new Seen(
                PLACE,
                8093,
                Optional.of(USAGE),
                new Door.Answered(),
                Optional.of(told),
                Optional.empty(),
                Optional.empty())
            .status(
                new Charge.Hand(4711),
                new Ledger.Read(
                    0,
                    0,
                    0,
                    0,
                    Optional.of(new Ledger.LastWord("t", NOW, wild, Optional.empty(), wild))),
                NOW);
    for (String shown : List.of(text(Paper.PLAIN, status), JsonText.of(StatusJson.of(status)))) {
      assertThat(shown).doesNotContainPattern("[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\u202e]");
    }
  }

  private static String text(Paper paper, MinerStatus status) {
    StringWriter out = new StringWriter();
    StatusText.print(new PrintWriter(out, true), paper, status);
    return out.toString();
  }

  private static String table(Paper paper, MinerStatus status) {
    StringWriter out = new StringWriter();
    ServiceTable.print(new PrintWriter(out, true), paper, status);
    return out.toString();
  }
}
