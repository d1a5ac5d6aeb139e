package io.gasminer.gascli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.gascli.paper.Paper;
import io.gasminer.gascli.probe.WebStandIn;
import io.gasminer.miner.chain.AddressFinder;
import io.gasminer.miner.chain.AddressQuestion;
import io.gasminer.miner.config.ConfigLoader;
import io.gasminer.testkit.FreePort;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole screen, against stand-ins, with what differs between machines put in its place. */
class DoctorTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-25T12:00:00Z"));
  private static final String BOB =
      "{\"secretSeed\":\"0x398f0c28f98885e046333d4a41c19cee4c37368a9832c6502f6cfd182e2aef89\"}";

  @TempDir private Path temp;

  @Test
  void theScreenOfASoundInstallationWithTwoThingsToKnow() throws Exception {
    try (WebStandIn provider =
            new WebStandIn()
                .on("/v1/key", 200, "{\"data\":{\"limit_remaining\":3}}")
                .on(
                    "/v1/models?output_modalities=image",
                    200,
                    "{\"data\":[{\"id\":\"google/gemini-3-pro-image\"}]}")
                .on("/v1/videos/models", 200, "{\"data\":[{\"id\":\"google/veo-3.1-lite\"}]}");
        NtpStandIn time =
            NtpStandIn.telling(InstantSource.fixed(CLOCK.instant().minusSeconds(2)))) {
      String settings =
          """
          IMAGE_SERVICE=openrouter
          VIDEO_SERVICE=openrouter
          OPEN_ROUTER_API_KEY=k
          OPEN_ROUTER_BASE_URL=%s
          BT_WALLET_PATH=%s
          BT_METAGRAPH_FILE=metagraph.json
          BT_NETUID=34
          BT_AXON_PORT=%d
          BT_AXON_EXTERNAL_IP=203.0.113.7
          """
              .formatted(provider.base(), temp, FreePort.find());
      assertThat(screen(settings, time, sound())).isEqualTo(SOUND);
    }
  }

  private static final String SOUND =
      """
      ✓ java            25.0.1 of Example
      ✓ memory          4,096 MiB; the miner's heap may grow to 1,024 MiB (-Xmx)
      ✓ open files      20000 allowed here
      ✓ settings        /gas/.env.gen_miner, 9 values given; mode 0600
      ✓ output disk     80.0 GB free for /gas/miner_generated_content (logs alone: 0.5
                        GB at most)
      ✓ state disk      80.0 GB free for /gas/miner_generated_content/.gen_miner_state
                        (a day is reckoned as 200 results of 10 MB, kept 24 h)
      ! clock           N.NN s ahead of 127.0.0.1:PORT (±N.NN s), a second or more:
                        validators and this miner refuse each other's signatures from
                        15 s on
                        Next step: timedatectl set-ntp true, or install chrony; then
                        look again
      ✓ port            0.0.0.0:PORT is free; no miner listens there yet
      ✓ reachable       203.0.113.7:PORT is not tried, as no miner runs here; look
                        again when it does
      ✓ wallet          5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty signs; its
                        file is not encrypted, mode 0600
      ✓ registration    uid 7 on subnet 34 (block 99); 1 of 2 neurons may call, as
                        BT_METAGRAPH_FILE says
      ✓ axon            nothing is announced, as BT_METAGRAPH_FILE stands for the
                        chain
      ! key openrouter  OPEN_ROUTER_API_KEY is accepted; 3 USD are left: they last for
                        a few results only, and then every challenge fails
                        Next step: buy credits at openrouter, or raise the limit of
                        the key
      ✓ model image     google/gemini-3-pro-image of openrouter, listed there today,
                        signed by Google LLC
      ✓ model video     google/veo-3.1-lite of openrouter, listed there today, signed
                        by Google LLC
      ✓ anchors         those of Google LLC last more than 60 days
      ✓ trust lists     the official ones that come with this version
      ✓ database        the first start makes
                        /gas/miner_generated_content/.gen_miner_state/tasks.db
      ✓ miner           none runs on /gas/miner_generated_content/.gen_miner_state;
                        'gascli generator start' starts it
      ✓ deliveries      none yet: no miner has kept tasks in the state folder
                        /gas/miner_generated_content/.gen_miner_state yet

      18 ok, 2 warnings, 0 failures
      """;

  private String screen(String settings, NtpStandIn time, Machine machine) throws Exception {
    prepare(settings);
    Installation place =
        new Installation(
            temp.resolve(".env.gen_miner"),
            true,
            Optional.empty(),
            ConfigLoader.examine(Map.of(), Map.of(), Optional.of(settings), temp));
    Path proc = temp.resolve("proc");
    Files.createDirectories(proc.resolve("self"));
    Files.writeString(
        proc.resolve("self/limits"), "Max open files            20000     20000     files\n");
    Instruments tools =
        new Instruments(
            CLOCK,
            new Random(3),
            Duration.ofMinutes(2),
            List.of(time.place()),
            new AddressFinder(
                List.of(), address -> true, new AddressQuestion(Duration.ofSeconds(1))),
            folder -> new Volumes.Volume(80_000_000_000L, "ext4", OptionalLong.of(1_000_000)),
            proc,
            machine);
    StringWriter screen = new StringWriter();
    FindingText text = new FindingText(new PrintWriter(screen, true), Paper.PLAIN);
    Tally tally = new Tally();
    new Examination(Checklist.of(place, tools), tools.bound())
        .run(
            (subject, findings) ->
                findings.forEach(finding -> text.print(subject, anywhere(tally.count(finding)))));
    text.sum(tally);
    return screen.toString().replace(System.lineSeparator(), "\n");
  }

  private void prepare(String settings) throws Exception {
    Path hotkey = temp.resolve("default/hotkeys/default");
    Files.createDirectories(hotkey.getParent());
    Files.writeString(hotkey, BOB);
    Files.setPosixFilePermissions(hotkey, PosixFilePermissions.fromString("rw-------"));
    Files.writeString(temp.resolve(".env.gen_miner"), settings);
    Files.writeString(
        temp.resolve("metagraph.json"),
        """
        {"netuid":34,"block":99,"neurons":[
        {"uid":0,"hotkey":"5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY","stake":50000},
        {"uid":7,"hotkey":"5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty","stake":0}]}
        """);
  }

  // Before the lines are broken, so that they break alike everywhere.
  private Finding anywhere(Finding finding) {
    return switch (finding) {
      case Finding.Ok(String what) -> new Finding.Ok(anywhere(what));
      case Finding.Warning(String what, String means, String next) ->
          new Finding.Warning(anywhere(what), anywhere(means), anywhere(next));
      case Finding.Failure(String what, String means, String next, boolean mayPass) ->
          new Finding.Failure(anywhere(what), anywhere(means), anywhere(next), mayPass);
    };
  }

  private String anywhere(String text) {
    return text.replace(temp.toString(), "/gas")
        .replaceAll("(\\d+\\.\\d+\\.\\d+\\.\\d+):\\d+", "$1:PORT")
        .replaceAll("\\d+\\.\\d\\d s", "N.NN s");
  }

  private static Machine sound() {
    return new Machine(25, "25.0.1", "Example", List.of(), OptionalLong.of(4L << 30), 1L << 30);
  }
}
