package io.gasminer.gascli.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gasminer.gascli.probe.DoorKnock;
import io.gasminer.gascli.probe.PortProbe;
import io.gasminer.gascli.probe.WebStandIn;
import io.gasminer.miner.chain.AddressFinder;
import io.gasminer.miner.chain.AddressQuestion;
import io.gasminer.miner.config.MinerConfig;
import io.gasminer.testkit.FreePort;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PortCheckTest {
  private static final Path PROC = Path.of("/proc");
  private static final DoorKnock PATIENT = new DoorKnock(Duration.ofSeconds(20));
  private static final DoorKnock HASTY = new DoorKnock(Duration.ofMillis(300));

  @Test
  void aFreePortIsFine() throws Exception {
    int port = FreePort.find();
    assertThat(look("0.0.0.0", port, true, OptionalLong.empty()))
        .containsExactly(
            new Finding.Ok("0.0.0.0:" + port + " is free; no miner listens there yet"));
    assertThat(look("127.0.0.1", port, false, OptionalLong.empty()))
        .hasOnlyElementsOfType(Finding.Ok.class);
    assertThat(look("127.0.0.1", port, true, OptionalLong.empty()).getFirst())
        .isInstanceOfSatisfying(
            Finding.Warning.class,
            warning -> assertThat(warning.next()).isEqualTo("BT_AXON_IP=0.0.0.0"));
  }

  @Test
  void aTakenPortNamesWhoHasIt() throws Exception {
    assumeTrue(Files.exists(PROC.resolve("net/tcp")), "skipped: there is no /proc/net/tcp");
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      long self = ProcessHandle.current().pid();
      assertThat(
              look("127.0.0.1", other.getLocalPort(), false, OptionalLong.empty(), HASTY)
                  .getFirst())
          .isInstanceOfSatisfying(
              Finding.Failure.class,
              failure -> {
                assertThat(failure.what()).contains("is taken by process " + self + " (");
                assertThat(failure.means()).isEqualTo("the miner does not start");
                assertThat(failure.mayPass()).isFalse();
              });
    }
  }

  @Test
  void thePortOfThisMinerIsFineWhereItAnswersAndAFailureWhereItDoesNot() throws Exception {
    OptionalLong self = OptionalLong.of(ProcessHandle.current().pid());
    try (WebStandIn miner = new WebStandIn().asMiner()) {
      assertThat(look("127.0.0.1", miner.port(), false, self).getFirst())
          .isInstanceOfSatisfying(
              Finding.Ok.class, ok -> assertThat(ok.what()).contains("by this miner"));
      assertThat(look("127.0.0.1", miner.port(), false, OptionalLong.empty()).getFirst())
          .isInstanceOfSatisfying(
              Finding.Failure.class,
              failure -> assertThat(failure.means()).contains("not the one of this state folder"));
      assertThat(miner.asked())
          .as("a miner writes a line into its log for every other question")
          .containsOnly("/health/");
    }
    try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(look("127.0.0.1", mute.getLocalPort(), false, self, HASTY).getFirst())
          .isInstanceOfSatisfying(
              Finding.Failure.class,
              failure -> {
                assertThat(failure.what()).contains("does not answer");
                assertThat(failure.mayPass()).isTrue();
              });
    }
  }

  @Test
  void anAddressThatIsNoneOfThisMachineIsAFailure() throws Exception {
    assertThat(look("anywhere", 8093, true, OptionalLong.empty()).getFirst())
        .isInstanceOf(Finding.Failure.class);
    assertThat(look("203.0.113.7", 8093, true, OptionalLong.empty()).getFirst())
        .isInstanceOfSatisfying(
            Finding.Failure.class,
            failure -> assertThat(failure.what()).contains("cannot be opened"));
  }

  @Test
  void whatDoesNotAnswerAtTheExternalAddressIsAWarningAsRoutersDoNotSendItBack() throws Exception {
    try (WebStandIn miner = new WebStandIn().asMiner()) {
      assertThat(reach(miner.port(), OptionalLong.of(1)))
          .isEqualTo(
              new Finding.Ok(
                  "the miner answers at 127.0.0.1:"
                      + miner.port()
                      + " from here; no challenge has come in 24 h yet"));
      assertThat(reach(miner.port(), OptionalLong.empty()).what()).contains("is not tried");
      assertThat(miner.asked()).containsOnly("/health/");
    }
    try (WebStandIn other = new WebStandIn()) {
      assertThat(reach(other.port(), OptionalLong.of(1)))
          .isInstanceOfSatisfying(
              Finding.Warning.class,
              warning -> {
                assertThat(warning.means()).contains("many routers");
                assertThat(warning.next()).contains("/health", "firewall");
              });
    }
  }

  @Test
  void anExternalAddressThatCannotBeFoundIsAWarningThatNamesTheSetting() throws Exception {
    try (WebStandIn service = new WebStandIn()) {
      AddressFinder finder =
          new AddressFinder(
              List.of(service.base(), URI.create("http://127.0.0.1:1")),
              address -> true,
              new AddressQuestion(Duration.ofSeconds(20)));
      Shared<OwnAddress> address =
          OwnAddress.of(
              new MinerConfig.Announcing(true, Optional.empty(), OptionalInt.empty()), finder);
      assertThat(
              new ReachCheck(
                      address, 8093, Shared.asking(() -> OptionalLong.of(1)), PATIENT, came(0))
                  .look()
                  .getFirst())
          .isInstanceOfSatisfying(
              Finding.Warning.class,
              warning -> {
                assertThat(warning.what()).contains("HTTP 404");
                assertThat(warning.next()).contains("BT_AXON_EXTERNAL_IP");
              });
    }
  }

  @Test
  void challengesThatCameProveMoreThanAnyLookFromHere() throws Exception {
    Shared<OwnAddress> unknown = Shared.asking(() -> new OwnAddress.Unknown("nobody is asked"));
    assertThat(
            new ReachCheck(
                    unknown, 8093, Shared.asking(() -> OptionalLong.of(1)), PATIENT, came(12))
                .look()
                .getFirst())
        .isEqualTo(new Finding.Ok("validators reach the miner: 12 challenges came in 24 h"));
  }

  private static Shared<Arrivals> came(long challenges) {
    return Shared.asking(() -> new Arrivals(challenges));
  }

  private static Finding reach(int port, OptionalLong miner) throws Exception {
    Shared<OwnAddress> address =
        OwnAddress.of(
            new MinerConfig.Announcing(
                true, Optional.of(InetAddress.ofLiteral("127.0.0.1")), OptionalInt.empty()),
            new AddressFinder(List.of(), any -> true, new AddressQuestion(Duration.ofSeconds(1))));
    return new ReachCheck(address, port, Shared.asking(() -> miner), PATIENT, came(0))
        .look()
        .getFirst();
  }

  private static List<Finding> look(
      String address, int port, boolean publicNetwork, OptionalLong miner)
      throws InterruptedException {
    return look(address, port, publicNetwork, miner, PATIENT);
  }

  private static List<Finding> look(
      String address, int port, boolean publicNetwork, OptionalLong miner, DoorKnock knock)
      throws InterruptedException {
    return new PortCheck(
            new MinerConfig.Listening(address, port),
            publicNetwork,
            Shared.asking(() -> miner),
            new PortProbe(knock, PROC))
        .look();
  }
}
