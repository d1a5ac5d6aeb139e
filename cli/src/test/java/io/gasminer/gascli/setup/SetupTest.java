package io.gasminer.gascli.setup;

import static io.gasminer.gascli.setup.VendorStandIn.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.bittensor.wallet.Hotkey;
import io.gasminer.bittensor.wallet.HotkeyFile;
import io.gasminer.miner.config.EnvText;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupTest {
  /** Own node, its address, its subnet, kept although it does not answer. */
  private static final List<String> NETWORK = List.of("own", "", "34", "y");

  /** The one hotkey that is there, kept although nobody knows if it is registered. */
  private static final List<String> WALLET = List.of("w/default", "y");

  private static final List<String> OPENAI = List.of("openai", "none", KEY);
  private static final List<String> PORT = List.of("", "203.0.113.7");
  private static final List<String> KEEP = List.of("out", "n");

  @TempDir private Path temp;
  private VendorStandIn vendors;
  private Newcomer newcomer;
  private String before;

  @BeforeEach
  void aMachine() throws Exception {
    vendors = new VendorStandIn();
    newcomer = Newcomer.at(temp);
    before = newcomer.file(vendors);
    Files.writeString(newcomer.disk().path(), before);
  }

  @AfterEach
  void close() {
    vendors.close();
  }

  @Test
  void fiveAnswersMakeAFileThatKeepsWhatItsOwnerWrote() throws Exception {
    ScriptedAsker asker = walk(NETWORK, WALLET, OPENAI, PORT, KEEP, List.of("y"));
    assertThat(asker.unused()).isZero();
    String written = newcomer.written().orElseThrow();
    assertThat(written)
        .startsWith("# my miner, do not touch\nHF_TOKEN=not-ours\n")
        .contains("export BT_AXON_PORT=" + newcomer.freePort() + " # opened in the router\n");
    assertThat(EnvText.of(written).values())
        .containsEntry("IMAGE_SERVICE", "openai")
        .containsEntry("VIDEO_SERVICE", "none")
        .containsEntry("OPENAI_API_KEY", KEY)
        .containsEntry("BT_WALLET_NAME", "w")
        .containsEntry("BT_NETUID", "34")
        .containsEntry("BT_AXON_EXTERNAL_IP", "203.0.113.7")
        .containsEntry("MINER_OUTPUT_DIR", "out");
    assertThat(mode(newcomer.disk().path())).isEqualTo("rw-------");
    assertThat(asker.screen())
        .contains("OPENAI_API_KEY: not configured → configured")
        .contains("MINER_OUTPUT_DIR: ./miner_generated_content (default) → out")
        .contains("gascli doctor", "gascli generator start", "gascli generator status")
        .doesNotContain(KEY);
    assertThat(vendors.asked()).containsExactly("GET /v1/models");
  }

  @Test
  void whatWasThereIsKeptBesideItForItsOwnerAlone() throws Exception {
    walk(NETWORK, WALLET, OPENAI, PORT, KEEP, List.of("y"));
    Path copy = temp.resolve(".env.gen_miner.20261124-120000.bak");
    assertThat(copy).hasContent(before);
    assertThat(mode(copy)).isEqualTo("rw-------");
    assertThat(names()).noneMatch(name -> name.endsWith(".part"));
  }

  @Test
  void whoeverLeavesAtAnyQuestionHasChangedNothing() throws Exception {
    List<String> whole =
        Stream.of(NETWORK, WALLET, OPENAI, PORT, KEEP).flatMap(List::stream).toList();
    List<String> wrong = new ArrayList<>();
    for (int length = 0; length <= whole.size(); length++) {
      ScriptedAsker asker = walk(whole.subList(0, length));
      if (!newcomer.written().equals(Optional.of(before)) || names().size() != 2) {
        wrong.add("after " + length + " answers: " + names());
      }
      assertThat(asker.screen()).contains("Nothing was written");
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void aKeyThatIsRefusedIsAskedForAgain() throws Exception {
    ScriptedAsker asker =
        walk(
            NETWORK,
            WALLET,
            List.of("openai", "none", "sk-wrong", "n", "sk two words", "", KEY),
            PORT,
            KEEP,
            List.of("y"));
    assertThat(asker.screen())
        .contains(
            "OpenAI does not take the key (it answered 401: Incorrect API key)",
            "a blank or a letter")
        .doesNotContain("sk-wrong", "sk two words", KEY);
    assertThat(newcomer.written().orElseThrow()).contains("OPENAI_API_KEY=" + KEY + "\n");
  }

  @Test
  void everyVendorIsAskedWhatCostsNothing() throws Exception {
    walk(NETWORK, WALLET, List.of("stabilityai", "runway", KEY, KEY), PORT, KEEP, List.of("y"));
    ScriptedAsker asker =
        walk(NETWORK, WALLET, List.of("openrouter", "openrouter", KEY), PORT, KEEP, List.of("y"));
    assertThat(asker.screen()).contains("OpenRouter takes the key, 74.50 USD left");
    assertThat(vendors.asked())
        .containsExactly("GET /v1/user/balance", "GET /v1/organization", "GET /v1/key");
  }

  @Test
  void aKeyWithoutALimitOfItsOwnIsToldTheAccountsCredits() throws Exception {
    vendors.says("/v1/key", "200 {\"data\":{\"limit_remaining\":null}}");
    vendors.says("/v1/credits", "200 {\"data\":{\"total_credits\":100,\"total_usage\":97.5}}");
    ScriptedAsker asker =
        walk(NETWORK, WALLET, List.of("openrouter", "none", KEY), PORT, KEEP, List.of("y"));
    assertThat(asker.screen()).contains("OpenRouter takes the key, 2.50 USD left");
  }

  @Test
  void aKeyWithoutCreditIsADoubtAndNoRefusal() throws Exception {
    vendors.says("/v1/user/balance", "200 {\"credits\":0}");
    ScriptedAsker asker =
        walk(NETWORK, WALLET, List.of("stabilityai", "none", KEY, "y"), PORT, KEEP, List.of("y"));
    assertThat(asker.screen()).contains("nothing is left on it");
    assertThat(newcomer.written().orElseThrow()).contains("STABILITY_API_KEY=" + KEY);
  }

  @Test
  void noServiceAtAllAndTheSandboxOnAPublicNetworkAreNoChoices() throws Exception {
    ScriptedAsker asker =
        walk(
            NETWORK,
            WALLET,
            List.of("none", "none", "n", "sandbox", "sandbox"),
            PORT,
            KEEP,
            List.of("y"));
    assertThat(asker.screen()).contains("every challenge would be refused");
    assertThat(newcomer.written().orElseThrow()).contains("IMAGE_SERVICE=sandbox");
    Draft draft = newcomer.setup(Map.of()).draft(newcomer.written());
    Network.answer(draft, "mainnet");
    assertThat(ServiceRules.objection(draft))
        .hasValueSatisfying(words -> assertThat(words).contains("the sandbox is for trials"));
    assertThat(draft.value("BT_NETUID")).isEqualTo("34");
    Network.answer(draft, "testnet");
    assertThat(draft.given("BT_NETUID")).as("34 is the other network's").isEmpty();
  }

  @Test
  void aPortInUseIsSaidAndAnotherOneTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      taken.setSoTimeout(1);
      int free = newcomer.freePort();
      ScriptedAsker asker =
          walk(
              NETWORK,
              WALLET,
              OPENAI,
              List.of(
                  "70000",
                  "" + taken.getLocalPort(),
                  "n",
                  "" + free,
                  "127.0.0.1",
                  "n",
                  "auto",
                  "y"),
              KEEP,
              List.of("y"));
      assertThat(asker.screen())
          .contains("a number from 1 to 65535", "is in use by another program, ")
          .contains("no address that others can reach", "no service was asked");
      assertThat(newcomer.written().orElseThrow()).contains("BT_AXON_PORT=" + free + " #");
    }
  }

  @Test
  void aWalletThatCannotSignIsAskedForAgain() throws Exception {
    Files.writeString(temp.resolve("wallets/w/hotkeys/broken"), "no key at all");
    newcomer.hotkey("w", "second", "//Bob");
    ScriptedAsker asker =
        walk(
            NETWORK,
            List.of("w/broken", "n", "other", "w", "../x", "second", "y"),
            OPENAI,
            PORT,
            KEEP,
            List.of("y"));
    assertThat(asker.screen())
        .contains("w/default", "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY", "damaged")
        .contains("cannot be used", "use letters, digits")
        .contains(
            "the hotkey loads and can sign:", "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty");
    assertThat(newcomer.written().orElseThrow()).contains("BT_WALLET_HOTKEY=second");
  }

  @Test
  void aHotkeyThatIsMadeOnTheWayIsTriedLikeAnyOther() throws Exception {
    ScriptedAsker asker =
        new ScriptedAsker(
            Stream.of(
                    NETWORK,
                    List.of("new", "fresh", "miner", "n", "y"),
                    OPENAI,
                    PORT,
                    KEEP,
                    List.of("y"))
                .flatMap(List::stream)
                .toArray(String[]::new));
    List<String> made = new ArrayList<>();
    newcomer
        .setup(Map.of())
        .ask(
            asker,
            (wallet, encrypted) -> {
              made.add(wallet.hotkeyFile() + " " + encrypted);
              return hotkeyMade(wallet.hotkey());
            },
            newcomer.written());
    assertThat(made).containsExactly(temp.resolve("wallets/fresh/hotkeys/miner") + " false");
    assertThat(newcomer.written().orElseThrow())
        .contains("BT_WALLET_NAME=fresh", "BT_WALLET_HOTKEY=miner");
  }

  @Test
  void anEncryptedHotkeyOpensWithItsPasswordFileOrIsAskedFor() throws Exception {
    Path hotkey = Files.createDirectories(temp.resolve("wallets/locked/hotkeys")).resolve("h");
    byte[] plain = HotkeyFile.write(Hotkey.fromUri("//Dave"));
    Files.writeString(hotkey, VaultedKeyfile.of(plain, "correct horse"));
    Files.setPosixFilePermissions(hotkey, PosixFilePermissions.fromString("rw-------"));
    Path file = Files.writeString(temp.resolve("password"), "wrong horse\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    ScriptedAsker wrong =
        walk(NETWORK, List.of("locked/h", "file", "missing", file.toString(), "n"));
    assertThat(wrong.screen())
        .contains("encrypted", "there is no such file", "the password does not open it");
    Files.writeString(file, "correct horse\n");
    walk(
        NETWORK,
        List.of("locked/h", "file", file.toString(), "y"),
        OPENAI,
        PORT,
        KEEP,
        List.of("y"));
    assertThat(newcomer.written().orElseThrow()).contains("BT_WALLET_PASSWORD_FILE=" + file);
    ScriptedAsker typed =
        walk(
            NETWORK,
            List.of("locked/h", "typed", "wrong horse", "correct horse", "y"),
            List.of("", "", ""),
            PORT,
            KEEP,
            List.of("y"));
    assertThat(typed.screen()).contains("can sign").doesNotContain("horse");
    assertThat(newcomer.written().orElseThrow()).contains("BT_WALLET_PASSWORD_FILE=\n");
  }

  private boolean hotkeyMade(String name) {
    try {
      newcomer.hotkey("fresh", name, "//Charlie");
      return true;
    } catch (java.io.IOException refused) {
      return false;
    }
  }

  @Test
  void aSecondRunWithTheSameAnswersChangesNothing() throws Exception {
    walk(NETWORK, WALLET, OPENAI, PORT, KEEP, List.of("y"));
    String once = newcomer.written().orElseThrow();
    ScriptedAsker asker =
        walk(NETWORK, WALLET, List.of("", "", ""), List.of("", ""), List.of("", ""));
    assertThat(asker.screen()).contains("Nothing changes");
    assertThat(newcomer.written()).contains(once);
    assertThat(names()).hasSize(3);
  }

  @Test
  void anEnvironmentThatOverrulesTheFileIsSaid() throws Exception {
    ScriptedAsker asker =
        new ScriptedAsker(
            Stream.of(NETWORK, WALLET, List.of("openai", "none", ""), PORT, KEEP, List.of("y"))
                .flatMap(List::stream)
                .toArray(String[]::new));
    Setup.End end =
        newcomer
            .setup(Map.of("OPENAI_API_KEY", KEY, "BT_AXON_PORT", "9000"))
            .ask(asker, (wallet, encrypted) -> false, newcomer.written());
    assertThat(end).isEqualTo(Setup.End.DONE);
    assertThat(asker.screen()).contains("this shell sets BT_AXON_PORT").doesNotContain(KEY);
    assertThat(newcomer.written().orElseThrow()).contains("OPENAI_API_KEY=" + KEY);
  }

  @Test
  void aDiskThatRefusesLeavesEverythingAsItWas() throws Exception {
    EnvDisk nowhere = new EnvDisk(temp.resolve("missing/.env.gen_miner"));
    assertThat(nowhere.write(Optional.empty(), "A=1\n", Newcomer.NOW))
        .isInstanceOf(EnvDisk.Writing.Failed.class);
    Files.write(temp.resolve("binary"), new byte[] {(byte) 0xff, 0});
    assertThat(new EnvDisk(temp.resolve("binary")).read())
        .isInstanceOf(EnvDisk.Reading.Unreadable.class);
    assertThat(new EnvDisk(temp).read()).isInstanceOf(EnvDisk.Reading.Unreadable.class);
  }

  @SafeVarargs
  private ScriptedAsker walk(List<String>... answers) throws Exception {
    List<String> all = new ArrayList<>();
    for (List<String> some : answers) {
      all.addAll(some);
    }
    ScriptedAsker asker = new ScriptedAsker(all.toArray(String[]::new));
    newcomer.setup(Map.of()).ask(asker, (wallet, encrypted) -> false, newcomer.written());
    return asker;
  }

  private List<String> names() throws Exception {
    try (Stream<Path> files = Files.list(temp)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static String mode(Path file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
