package io.gasminer.gascli.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortProbeTest {
  private static final Path PROC = Path.of("/proc");

  private final PortProbe probe = new PortProbe(new DoorKnock(Duration.ofMillis(500)), PROC);

  @Test
  void whoHasThePortIsToldAndThatItIsNoMiner() throws Exception {
    assumeTrue(Files.exists(PROC.resolve("net/tcp")), "skipped: there is no /proc/net/tcp");
    long self = ProcessHandle.current().pid();
    int port;
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = other.getLocalPort();
      assertThat(probe.at("127.0.0.1", port))
          .isInstanceOfSatisfying(
              PortState.Taken.class,
              taken -> {
                assertThat(taken.byMiner()).isFalse();
                assertThat(taken.holder()).contains(self);
                assertThat(taken.who()).startsWith("process " + self + " (");
              });
    }
    assertThat(probe.at("127.0.0.1", port)).isEqualTo(new PortState.Free());
  }

  @Test
  void aMinerIsKnownByHowItAnswersAlsoWhereItsProcessIsNotShown() throws Exception {
    try (WebStandIn miner = new WebStandIn().asMiner()) {
      PortProbe blind =
          new PortProbe(new DoorKnock(Duration.ofSeconds(30)), Path.of("/no/such/folder"));
      assertThat(blind.at("127.0.0.1", miner.port()))
          .isEqualTo(
              new PortState.Taken(
                  true,
                  Optional.empty(),
                  "a process that is not shown to this user (ss -ltnp as root names it)"));
    }
  }

  @Test
  void anAddressOfAnotherMachineOrNoneIsTold() {
    assertThat(probe.at("203.0.113.7", 8093)).isEqualTo(new PortState.NoSuchAddress());
    assertThat(probe.at("anywhere", 8093)).isEqualTo(new PortState.NoSuchAddress());
  }
}
