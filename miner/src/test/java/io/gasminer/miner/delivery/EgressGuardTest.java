package io.gasminer.miner.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EgressGuardTest {
  private static final Resolver LITERALS =
      host -> {
        try {
          return List.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException aName) {
          throw new UnknownHostException(host);
        }
      };

  private final EgressGuard guard = EgressGuard.allowing(LITERALS, List.of());

  @Test
  void publicAddressesArePinned() {
    for (String url :
        List.of(
            "http://1.1.1.1:10525/generative_callback",
            "HTTP://93.184.215.14/",
            "https://8.8.8.8",
            "http://[2606:4700:4700::1111]:8080/x",
            "  http://1.1.1.1/x  ")) {
      assertThat(guard.pin(url)).as(url).isInstanceOf(EgressGuard.Pin.Pinned.class);
    }
  }

  @Test
  void noSpecialNetworkIsEverCalled() {
    List<String> wrong = new ArrayList<>();
    for (String host :
        List.of(
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "10.255.255.255",
            "100.64.0.1",
            "100.127.255.255",
            "127.0.0.1",
            "127.255.255.254",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.1",
            "192.0.2.1",
            "192.31.196.1",
            "192.52.193.1",
            "192.88.99.1",
            "192.168.1.1",
            "192.175.48.1",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.1",
            "203.0.113.1",
            "224.0.0.1",
            "239.255.255.255",
            "240.0.0.1",
            "255.255.255.255",
            "[::]",
            "[::1]",
            "[::7f00:1]",
            "[::ffff:127.0.0.1]",
            "[::ffff:10.0.0.1]",
            "[::ffff:a9fe:a9fe]",
            "[::ffff:0:127.0.0.1]",
            "[64:ff9b::7f00:1]",
            "[64:ff9b:1::1]",
            "[100::1]",
            "[2001::1]",
            "[2001:db8::1]",
            "[2001:10::1]",
            "[2002:7f00:1::]",
            "[3fff::1]",
            "[5f00::1]",
            "[4000::1]",
            "[fc00::1]",
            "[fd12:3456::1]",
            "[fe80::1]",
            "[fec0::1]",
            "[ff02::1]")) {
      EgressGuard.Pin pin = guard.pin("http://" + host + "/x");
      if (!(pin instanceof EgressGuard.Pin.Refused)) {
        wrong.add(host + " → " + pin);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void oddWaysToWriteLoopbackReachNothing() {
    EgressGuard real = EgressGuard.allowing(Resolver.system(), List.of());
    for (String host :
        List.of(
            "2130706433",
            "0x7f000001",
            "0x7f.0.0.1",
            "017700000001",
            "0177.0.0.1",
            "127.1",
            "127.0.0.1.",
            "localhost",
            "localhost.",
            "%31%32%37.0.0.1",
            "１２７.0.0.1",
            "[::ffff:7f00:1]",
            "[0:0:0:0:0:ffff:127.0.0.1]",
            "127.0.0.1%00.example",
            "[::1%25lo]")) {
      assertThat(real.pin("http://" + host + "/x"))
          .as(host)
          .isNotInstanceOf(EgressGuard.Pin.Pinned.class);
    }
  }

  @Test
  void whatIsNoPlainWebAddressIsRefused() {
    for (String url :
        List.of(
            "",
            " ",
            "not a url",
            "/path",
            "//1.1.1.1/x",
            "1.1.1.1:80",
            "ftp://1.1.1.1/",
            "file:///etc/passwd",
            "gopher://1.1.1.1/",
            "javascript:alert(1)",
            "http:///x",
            "http://",
            "http:1.1.1.1",
            "http://user@1.1.1.1/",
            "http://user:pw@1.1.1.1/",
            "http://1.1.1.1@127.0.0.1/",
            "http://1.1.1.1:0/",
            "http://1.1.1.1:65536/",
            "http://1.1.1.1:99999999999/",
            "http://1.1.1.1:-1/",
            "http://a_b.example/",
            "http://1.1.1.1/\r\nX-Forged: 1",
            "http://1.1.1.1\\@127.0.0.1/",
            "http://[::1/",
            "http://]/")) {
      assertThat(guard.pin(url)).as(url).isInstanceOf(EgressGuard.Pin.Refused.class);
    }
  }

  @Test
  void aNameThatChangesItsMindIsPinnedToItsFirstAnswer() throws UnknownHostException {
    List<InetAddress> answers = new ArrayList<>();
    answers.add(InetAddress.ofLiteral("1.1.1.1"));
    answers.add(InetAddress.ofLiteral("127.0.0.1"));
    EgressGuard rebound = EgressGuard.allowing(host -> List.of(answers.removeFirst()), List.of());
    assertThat(rebound.pin("http://evil.example/"))
        .isInstanceOfSatisfying(
            EgressGuard.Pin.Pinned.class,
            pinned -> assertThat(pinned.address().getHostAddress()).isEqualTo("1.1.1.1"));
    assertThat(answers).hasSize(1);
    assertThat(rebound.pin("http://evil.example/")).isInstanceOf(EgressGuard.Pin.Refused.class);
  }

  @Test
  void ofSeveralAddressesOnlyAnAllowedOneIsPinned() {
    EgressGuard mixed =
        EgressGuard.allowing(
            host -> List.of(InetAddress.ofLiteral("10.0.0.1"), InetAddress.ofLiteral("1.1.1.1")),
            List.of());
    assertThat(mixed.pin("http://both.example/"))
        .isInstanceOfSatisfying(
            EgressGuard.Pin.Pinned.class,
            pinned -> assertThat(pinned.address().getHostAddress()).isEqualTo("1.1.1.1"));
  }

  @Test
  void aNameThatDoesNotResolveMayResolveLater() {
    assertThat(guard.pin("http://gone.example/")).isInstanceOf(EgressGuard.Pin.Unresolved.class);
  }

  @Test
  void whatTheOperatorAllowsIsAllowedAndNothingMore() {
    EgressGuard opened = EgressGuard.allowing(LITERALS, List.of("127.0.0.0/8", "::1"));
    assertThat(opened.pin("http://127.1.2.3/x")).isInstanceOf(EgressGuard.Pin.Pinned.class);
    assertThat(opened.pin("http://[::1]/x")).isInstanceOf(EgressGuard.Pin.Pinned.class);
    assertThat(opened.pin("http://10.0.0.1/x")).isInstanceOf(EgressGuard.Pin.Refused.class);
    for (String odd : List.of("10.0.0.0/33", "abc", "10.0.0.0/x", "localhost", "", "::1/129")) {
      assertThatThrownBy(() -> EgressGuard.allowing(LITERALS, List.of(odd)))
          .as(odd)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("MINER_WEBHOOK_ALLOW");
    }
  }

  @Test
  void noTextEverThrows() {
    Random random = new Random(20_261_124);
    String alphabet = "http://[]@:%.0127aF\\\u0000\r\n?#/é";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "http://" : "");
      for (int n = random.nextInt(20); n >= 0; n--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertThat(guard.pin(text.toString())).isNotNull();
    }
  }
}
