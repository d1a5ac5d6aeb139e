package io.gasminer.gascli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.bittensor.chain.Axon;
import io.gasminer.miner.config.ConfigLoader;
import io.gasminer.miner.config.MinerConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wallet, and what the subnet says of it, with a file in place of the chain. */
class IdentityChecksTest {
  private static final String BOB =
      "{\"secretSeed\":\"0x398f0c28f98885e046333d4a41c19cee4c37368a9832c6502f6cfd182e2aef89\"}";
  private static final String BOBS = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty";
  private static final String ALICES = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";

  @TempDir private Path temp;

  @Test
  void aHotkeyThatSignsIsFineAndItsAddressIsTold() throws Exception {
    hotkey(BOB, "rw-------");
    assertThat(wallet())
        .containsExactly(new Finding.Ok(BOBS + " signs; its file is not encrypted, mode 0600"));
    hotkey(BOB, "rw-r--r--");
    assertThat(wallet().getFirst())
        .isInstanceOfSatisfying(
            Finding.Warning.class, warning -> assertThat(warning.next()).startsWith("chmod 600 "));
  }

  @Test
  void whatCannotSignIsAFailureWithWhatToDo() throws Exception {
    assertThat(wallet().getFirst())
        .isInstanceOfSatisfying(
            Finding.Failure.class,
            failure -> {
              assertThat(failure.what()).endsWith("does not exist");
              assertThat(failure.next()).contains("gascli wallet new-hotkey");
            });
    hotkey("{\"ss58Address\":\"" + BOBS + "\"}", "rw-------");
    assertThat(wallet().getFirst())
        .isInstanceOfSatisfying(
            Finding.Failure.class,
            failure -> assertThat(failure.what()).contains("holds only the address " + BOBS));
  }

  @Test
  void anEncryptedHotkeyWithoutAPasswordIsAWarningAsNothingCanRestartIt() throws Exception {
    hotkey("$NACL" + "x".repeat(80), "rw-------");
    assertThat(wallet().getFirst())
        .isInstanceOfSatisfying(
            Finding.Warning.class,
            warning -> {
              assertThat(warning.means()).contains("nothing can restart it");
              assertThat(warning.next()).contains("BT_WALLET_PASSWORD_FILE");
            });
  }

  @Test
  void theUidAndTheCallersAreTold() throws Exception {
    hotkey(BOB, "rw-------");
    metagraph(neuron(0, ALICES, 50_000) + "," + neuron(7, BOBS, 0));
    assertThat(registration(Map.of()))
        .isEqualTo(
            new Finding.Ok(
                "uid 7 on subnet 34 (block 99); 1 of 2 neurons may call, as BT_METAGRAPH_FILE"
                    + " says"));
    assertThat(axon().what()).contains("stands for the chain");
    metagraph(neuron(0, ALICES, 10) + "," + neuron(7, BOBS, 0));
    assertThat(registration(Map.of())).isInstanceOf(Finding.Warning.class);
    assertThat(registration(Map.of("MINER_NO_FORCE_VALIDATOR_PERMIT", "true")))
        .isInstanceOf(Finding.Ok.class);
  }

  @Test
  void aHotkeyWithoutAUidIsAFailureWithTheCommandThatRegistersIt() throws Exception {
    hotkey(BOB, "rw-------");
    metagraph(neuron(0, ALICES, 50_000));
    assertThat(registration(Map.of()))
        .isInstanceOfSatisfying(
            Finding.Failure.class,
            failure -> {
              assertThat(failure.what()).isEqualTo(BOBS + " has no uid on subnet 34 (block 99)");
              assertThat(failure.next())
                  .startsWith("btcli subnets register --netuid 34 --wallet.name default");
              assertThat(failure.mayPass()).isFalse();
            });
    Files.writeString(temp.resolve("metagraph.json"), "[]");
    assertThat(registration(Map.of()))
        .isInstanceOfSatisfying(
            Finding.Failure.class,
            failure -> assertThat(failure.what()).contains("BT_METAGRAPH_FILE"));
  }

  @Test
  void aPortThatARouterMapsIsTheOneToBeAnnounced() throws Exception {
    Map<String, String> mapped = Map.of("BT_AXON_EXTERNAL_PORT", "443");
    assertThat(announced(443, mapped)).isInstanceOf(Finding.Ok.class);
    assertThat(announced(8093, mapped))
        .isInstanceOfSatisfying(
            Finding.Warning.class,
            warning ->
                assertThat(warning.what())
                    .isEqualTo(
                        "the chain announces 203.0.113.7:8093, and BT_AXON_EXTERNAL_PORT is 443"));
    assertThat(announced(443, Map.of()))
        .isInstanceOfSatisfying(
            Finding.Warning.class,
            warning -> assertThat(warning.what()).endsWith("and BT_AXON_PORT is 8093"));
    assertThat(announced(8093, Map.of())).isInstanceOf(Finding.Ok.class);
  }

  @Test
  void whatIsAskedByManyIsFoundOnceAndForAll() throws Exception {
    List<String> asked = new ArrayList<>();
    Shared<String> shared =
        Shared.asking(
            () -> {
              asked.add("once");
              return "found";
            });
    assertThat(List.of(shared.get(), shared.get())).containsExactly("found", "found");
    assertThat(asked).hasSize(1);
  }

  private List<Finding> wallet() throws InterruptedException {
    MinerConfig.Chain chain = chain(Map.of()).chain();
    return new WalletCheck(chain.wallet(), OwnKey.of(chain.wallet())).look();
  }

  private Finding registration(Map<String, String> more) throws InterruptedException {
    MinerConfig config = chain(more);
    Shared<OwnKey> key = OwnKey.of(config.chain().wallet());
    return new RegistrationCheck(
            config.chain(), config.limits().stakeMatters(), key, subnet(config, key))
        .look()
        .getFirst();
  }

  private Finding axon() throws InterruptedException {
    MinerConfig config = chain(Map.of());
    Shared<OwnKey> key = OwnKey.of(config.chain().wallet());
    return new AxonCheck(
            config.chain(),
            Shared.asking(() -> new OwnAddress.Unknown("nobody is asked")),
            subnet(config, key))
        .look()
        .getFirst();
  }

  private Finding announced(int port, Map<String, String> more) throws InterruptedException {
    InetAddress address = InetAddress.ofLiteral("203.0.113.7");
    SubnetLook subnet =
        new SubnetLook.Seen(
            99, 2, 1, Optional.of(1), Optional.of(Axon.at(address, port, 0)), false);
    return new AxonCheck(
            chain(more).chain(),
            Shared.asking(() -> new OwnAddress.Known(address)),
            Shared.asking(() -> subnet))
        .look()
        .getFirst();
  }

  private static Shared<SubnetLook> subnet(MinerConfig config, Shared<OwnKey> key) {
    return SubnetLook.of(config.chain(), key, Duration.ofSeconds(5), InstantSource.system());
  }

  private MinerConfig chain(Map<String, String> more) {
    Map<String, String> settings = new LinkedHashMap<>(more);
    settings.put("BT_WALLET_PATH", temp.toString());
    settings.put("BT_NETUID", "34");
    settings.put("BT_METAGRAPH_FILE", temp.resolve("metagraph.json").toString());
    return ConfigLoader.examine(settings, Map.of(), Optional.empty(), temp).config();
  }

  private void hotkey(String content, String mode) throws IOException {
    Path file = temp.resolve("default/hotkeys/default");
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  private void metagraph(String neurons) throws IOException {
    Files.writeString(
        temp.resolve("metagraph.json"),
        "{\"netuid\":34,\"block\":99,\"neurons\":[" + neurons + "]}");
  }

  private static String neuron(int uid, String hotkey, int stake) {
    return "{\"uid\":%d,\"hotkey\":\"%s\",\"stake\":%d,\"validator_permit\":true}"
        .formatted(uid, hotkey, stake);
  }
}
