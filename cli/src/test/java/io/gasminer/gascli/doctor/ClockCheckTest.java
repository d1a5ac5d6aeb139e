package io.gasminer.gascli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.gascli.probe.WebStandIn;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClockCheckTest {
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final Duration PATIENT = Duration.ofSeconds(20);
  private static final Duration HASTY = Duration.ofMillis(300);

  @Test
  void aSecondIsAWarningAndFiveAreAFailure() throws Exception {
    assertThat(judged(Duration.ofMillis(900))).isInstanceOf(Finding.Ok.class);
    assertThat(judged(Duration.ofMillis(-900))).isInstanceOf(Finding.Ok.class);
    assertThat(judged(Duration.ofSeconds(3)))
        .isInstanceOfSatisfying(
            Finding.Warning.class,
            warning -> {
              assertThat(warning.what()).startsWith("3.0").contains("ahead of 127.0.0.1", "±0.");
              assertThat(warning.means()).contains("15 s");
              assertThat(warning.next()).contains("timedatectl");
            });
    assertThat(judged(Duration.ofSeconds(-3))).isInstanceOf(Finding.Warning.class);
    assertThat(judged(Duration.ofMinutes(-2)))
        .isInstanceOfSatisfying(
            Finding.Failure.class,
            failure -> {
              assertThat(failure.what()).contains("behind");
              assertThat(failure.mayPass()).isFalse();
            });
  }

  @Test
  void oneServerThatLiesIsOutvoted() throws Exception {
    try (NtpStandIn one = NtpStandIn.telling(InstantSource.fixed(NOW));
        NtpStandIn liar = NtpStandIn.telling(InstantSource.fixed(NOW.plusSeconds(86_400)));
        NtpStandIn two = NtpStandIn.telling(InstantSource.fixed(NOW))) {
      assertThat(look(PATIENT, InstantSource.fixed(NOW), List.of(), one, liar, two))
          .isInstanceOf(Finding.Ok.class);
    }
  }

  @Test
  void whereNtpDoesNotGetOutTheDateOfAWebServerServes() throws Exception {
    InstantSource here = InstantSource.system();
    try (WebStandIn web = new WebStandIn();
        NtpStandIn mute = new NtpStandIn(question -> List.of())) {
      assertThat(look(HASTY, here, List.of(web.base()), mute))
          .isInstanceOfSatisfying(
              Finding.Ok.class, ok -> assertThat(ok.what()).contains("the date of 127.0.0.1", "±"));
      InstantSource fast = () -> here.instant().plusSeconds(30);
      assertThat(look(HASTY, fast, List.of(web.base()), mute)).isInstanceOf(Finding.Failure.class);
    }
  }

  @Test
  void whereNobodyTellsTheTimeItIsAWarningThatNamesEach() throws Exception {
    try (NtpStandIn mute = new NtpStandIn(question -> List.of());
        NtpStandIn kissing = new NtpStandIn(q -> List.of(NtpStandIn.kiss(q, "DENY")))) {
      assertThat(look(HASTY, InstantSource.fixed(NOW), List.of(), mute, kissing))
          .isInstanceOfSatisfying(
              Finding.Warning.class,
              warning -> {
                assertThat(warning.what()).contains(mute.place() + ": no answer", "DENY");
                assertThat(warning.next()).contains("UDP port 123", "--ntp");
              });
    }
  }

  private static Finding judged(Duration ahead) throws Exception {
    try (NtpStandIn server = NtpStandIn.telling(InstantSource.fixed(NOW.minus(ahead)))) {
      return look(PATIENT, InstantSource.fixed(NOW), List.of(), server);
    }
  }

  private static Finding look(
      Duration within, InstantSource clock, List<URI> pages, NtpStandIn... servers)
      throws Exception {
    return new ClockCheck(
            List.of(servers).stream().map(NtpStandIn::place).toList(),
            pages,
            new Sntp(clock, new Random(1), within),
            new DateHeader(clock, PATIENT))
        .look()
        .getFirst();
  }
}
